package dev.dreamwire.studio.shell;

import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.runtime.graph.Problem;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.Region;

/** Where the graph is seen and edited, as the rest of the window needs it. */
interface GraphCanvas {
  /** What is put on screen. */
  Region view();

  /** The graph as a table, to be put on screen while {@link #outlineShownProperty} says so. */
  Region outline();

  /** Whether the graph is shown as a table too. */
  BooleanProperty outlineShownProperty();

  /** Whether nodes that have a picture switched on show it. */
  BooleanProperty picturesShownProperty();

  /** Id of the node that is selected, or null. */
  ReadOnlyObjectProperty<String> selectedProperty();

  /** Where it looks. */
  Camera camera();

  /**
   * Looks where another canvas of the same graph did.
   *
   * @param selected id of the node that was selected there, or null
   */
  void resume(Camera camera, String selected);

  /** Selects a node and brings it into sight. */
  void reveal(String node);

  /** Adds a node where the person looks. */
  void add(NodeType type);

  /** Marks nodes that have problems. */
  void showProblems(List<Problem> problems);

  /** Shows what nodes cost a frame, by id. */
  void showMillis(Map<String, Double> millis);

  /** Shows which keys do what in the graph, and changes them. */
  void changeKeys();

  /** Brings the whole graph into sight. */
  void fit();
}
