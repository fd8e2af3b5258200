package dev.dreamwire.studio.shell;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.model.NodeOffer;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
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

  /** The graph that is shown: the document's, or the inside of a subgraph. */
  ReadOnlyObjectProperty<Graph> graphProperty();

  /** Makes an edit of the graph that is shown. */
  void apply(GraphEdit edit);

  /** Ids of the instances of subgraphs that are entered, outermost first. */
  List<String> level();

  /** Where it looks. */
  Camera camera();

  /**
   * Looks where another canvas of the same graph did.
   *
   * @param level ids of the instances that were entered there
   * @param selected id of the node that was selected there, or null
   */
  void resume(List<String> level, Camera camera, String selected);

  /** Selects a node and brings it into sight. */
  void reveal(String node);

  /** What can be added to the graph that is shown. */
  List<NodeOffer> offers();

  /** Adds a node where the person looks. */
  void add(NodeOffer type);

  /** Marks nodes that have problems. */
  void showProblems(List<Problem> problems);

  /** Shows what nodes cost a frame, by id. */
  void showMillis(Map<String, Double> millis);

  /** Shows which keys do what in the graph, and changes them. */
  void changeKeys();

  /** Brings the whole graph into sight. */
  void fit();
}
