package dev.dreamwire.studio.library;

import dev.dreamwire.editor.model.NodeOffer;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;

/**
 * A node type under way from the library to the graph, within the window. For the window's thread.
 */
public final class NodeTypeDrag {
  private NodeTypeDrag() {}

  /** A view that a type can be dragged from. */
  interface Source {
    /** The type; empty if there is nothing to drag now. */
    Optional<NodeOffer> draggedType();
  }

  /** Lets the type of a view be dragged. */
  static <S extends Node & Source> void beginAt(S source) {
    source.setOnDragDetected(
        e ->
            source
                .draggedType()
                .ifPresent(
                    type -> {
                      source.startFullDrag();
                      source.getScene().setCursor(Cursor.CLOSED_HAND);
                      e.consume();
                    }));
    source.addEventHandler(
        MouseEvent.MOUSE_RELEASED, e -> source.getScene().setCursor(Cursor.DEFAULT));
  }

  /**
   * Lets types be dropped on a view.
   *
   * @param drop gets the type and where it was dropped, in the view's own coordinates
   */
  public static void acceptOn(Node target, BiConsumer<NodeOffer, Point2D> drop) {
    target.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_RELEASED,
        e -> {
          if (e.getGestureSource() instanceof Source source) {
            source
                .draggedType()
                .ifPresent(
                    type ->
                        drop.accept(type, target.screenToLocal(e.getScreenX(), e.getScreenY())));
            e.consume();
          }
        });
  }
}
