package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.Minimap;
import dev.dreamwire.editor.model.WireOffer;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Wire;
import java.util.Optional;
import javafx.geometry.Point2D;

/** What gestures ask of the editor around the canvas. */
public interface Desk {
  /** Opens the palette; the chosen node appears at a point. */
  void openPalette(Point2D screen);

  /** Opens the palette with the types that take a wire; the chosen node is wired at once. */
  void openPalette(Point2D screen, WireOffer offer);

  /** Opens the palette with the types that fit into a wire; the chosen node is put into it. */
  void openPalette(Point2D screen, Wire wire);

  /** Offers what can be done with the selected nodes. */
  void openMenu(Point2D screen);

  /** Edits a parameter in place. */
  void edit(Field field);

  /** Shows the inside of an instance of a subgraph; says whether the node is one. */
  boolean enter(String node);

  /** Edits the text of a frame or a comment in place. */
  void edit(Annotation annotation);

  /** Offers what can be done with a frame or a comment. */
  void openMenu(Annotation annotation, Point2D screen);

  /** Ends editing in place and closes what floats above the canvas. */
  void settle();

  /** Tells why something cannot be done. */
  void refuse(String reason, Point2D screen);

  /** The map of the graph, while it is shown. */
  Optional<Minimap> minimap();
}
