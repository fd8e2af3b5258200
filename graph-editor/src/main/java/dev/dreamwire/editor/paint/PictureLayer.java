package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/**
 * The small pictures of nodes, above the canvas: where one changes, only its own place is drawn
 * anew, not the graph. Nodes that lie over a picture cut it.
 */
final class PictureLayer extends Pane {
  private final Map<String, ImageView> views = new HashMap<>();

  PictureLayer() {
    getStyleClass().add("node-pictures");
    setManaged(false);
    setMouseTransparent(true);
  }

  /** Shows the latest pictures where they are already. */
  void refresh(Map<String, Image> images) {
    views.keySet().retainAll(images.keySet());
    views.forEach((id, view) -> view.setImage(images.get(id)));
    getChildren().retainAll(views.values());
  }

  /** Puts pictures into their places, in pixels of the canvas. */
  void show(GraphLayout layout, Map<String, Image> images, Camera camera) {
    Map<String, ImageView> next = new HashMap<>();
    images.forEach(
        (id, image) ->
            layout
                .node(id)
                .filter(node -> node.picture().isPresent())
                .ifPresent(node -> next.put(id, place(node, image, layout, camera))));
    views.clear();
    views.putAll(next);
    getChildren().setAll(next.values());
  }

  private ImageView place(NodeLayout node, Image image, GraphLayout layout, Camera camera) {
    ImageView view = views.computeIfAbsent(node.id(), id -> new ImageView());
    Rectangle2D place = camera.toScreen(fitted(image, node.picture().orElseThrow()));
    view.setImage(image);
    view.setSmooth(image.getWidth() > place.getWidth());
    view.setFitWidth(place.getWidth());
    view.setFitHeight(place.getHeight());
    view.relocate(place.getMinX(), place.getMinY());
    view.setClip(uncovered(node, place, layout, camera));
    return view;
  }

  /** As large as it fits into a place, in its middle. */
  private static Rectangle2D fitted(Image image, Rectangle2D room) {
    double scale =
        Math.min(room.getWidth() / image.getWidth(), room.getHeight() / image.getHeight());
    double width = image.getWidth() * scale;
    double height = image.getHeight() * scale;
    return new Rectangle2D(
        room.getMinX() + (room.getWidth() - width) / 2,
        room.getMinY() + (room.getHeight() - height) / 2,
        width,
        height);
  }

  /** What no node above leaves of a picture, from its corner on; null if that is all of it. */
  private static Node uncovered(
      NodeLayout node, Rectangle2D place, GraphLayout layout, Camera camera) {
    Shape left = null;
    boolean above = false;
    for (NodeLayout other : layout.nodes()) {
      if (above) {
        Rectangle2D cover = camera.toScreen(other.bounds());
        if (cover.intersects(place)) {
          Shape from =
              left == null ? new Rectangle(0, 0, place.getWidth(), place.getHeight()) : left;
          left =
              Shape.subtract(
                  from,
                  new Rectangle(
                      cover.getMinX() - place.getMinX(),
                      cover.getMinY() - place.getMinY(),
                      cover.getWidth(),
                      cover.getHeight()));
        }
      }
      above |= other == node;
    }
    return left;
  }
}
