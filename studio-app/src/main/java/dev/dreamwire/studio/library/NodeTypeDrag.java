package dev.dreamwire.studio.library;

import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.runtime.graph.NodeRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** A node type under way from the library to the graph. For the window's thread. */
public final class NodeTypeDrag {
  private static final DataFormat FORMAT = new DataFormat("application/x-dreamwire-node-type");

  private NodeTypeDrag() {}

  /** Begins a drag of a type; called when one is detected on a view. */
  static void begin(Node from, NodeType type) {
    Dragboard board = from.startDragAndDrop(TransferMode.COPY);
    board.setContent(Map.of(FORMAT, type.spec().id()));
    board.setDragView(from.snapshot(null, null));
  }

  /**
   * Lets types be dropped on a view.
   *
   * @param drop gets the type and where it was dropped, in the view's own coordinates
   */
  public static void acceptOn(
      Node target, NodeRegistry registry, BiConsumer<NodeType, Point2D> drop) {
    target.addEventHandler(
        DragEvent.DRAG_OVER,
        e -> {
          if (type(e, registry).isPresent()) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
          }
        });
    target.addEventHandler(
        DragEvent.DRAG_DROPPED,
        e ->
            type(e, registry)
                .ifPresent(
                    type -> {
                      drop.accept(type, new Point2D(e.getX(), e.getY()));
                      e.setDropCompleted(true);
                      e.consume();
                    }));
  }

  private static Optional<NodeType> type(DragEvent e, NodeRegistry registry) {
    return e.getDragboard().getContent(FORMAT) instanceof String id
        ? registry.find(id)
        : Optional.empty();
  }
}
