package dev.dreamwire.studio.viewport;

import dev.dreamwire.studio.play.FrameMailbox;
import dev.dreamwire.studio.view.MemoryImage;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;

/**
 * Shows a small picture as large as it fits, one picture pixel as a square of screen pixels or
 * smoothed.
 *
 * <p>The picture is enlarged into two memory images in turn, which the toolkit shows as they are:
 * it may still be drawing the one while the other is written.
 */
final class PixelSurface extends Region {
  private static final int PREFERRED_WIDTH = 384;
  private static final int PREFERRED_HEIGHT = 288;

  private final PixelScaler scaler = new PixelScaler();
  private final ImageView view = new ImageView();
  private final MemoryImage[] targets = {new MemoryImage(), new MemoryImage()};
  private int next;
  private int[] pixels = {};
  private int width;
  private int height;
  private boolean smooth;

  PixelSurface() {
    getStyleClass().add("pixel-surface");
    view.setPreserveRatio(false);
    view.setSmooth(false);
    view.setMouseTransparent(true);
    getChildren().add(view);
    setPrefSize(PREFERRED_WIDTH, PREFERRED_HEIGHT);
    setMinSize(0, 0);
  }

  /** Shows a picture; its pixels are copied. */
  void show(FrameMailbox.Picture picture) {
    if (pixels.length != picture.argb().length) {
      pixels = new int[picture.argb().length];
    }
    System.arraycopy(picture.argb(), 0, pixels, 0, pixels.length);
    width = picture.width();
    height = picture.height();
    draw();
  }

  /** Shows nothing. */
  void clear() {
    width = 0;
    height = 0;
    view.setImage(null);
  }

  /** Whether a picture is shown. */
  boolean showing() {
    return width > 0;
  }

  /** Chooses between smoothed pixels and squares. */
  void setSmooth(boolean value) {
    smooth = value;
    draw();
  }

  @Override
  protected void layoutChildren() {
    draw();
  }

  private void draw() {
    double scaleX = outputScale(true);
    double scaleY = outputScale(false);
    int roomWidth = (int) Math.floor(getWidth() * scaleX);
    int roomHeight = (int) Math.floor(getHeight() * scaleY);
    if (width == 0 || roomWidth < 1 || roomHeight < 1) {
      return;
    }
    MemoryImage target = targets[next];
    next = 1 - next;
    if (smooth) {
      double factor = Math.min((double) roomWidth / width, (double) roomHeight / height);
      int wide = Math.max(1, (int) (width * factor));
      int high = Math.max(1, (int) (height * factor));
      target.resize(wide, high);
      scaler.smooth(pixels, width, height, target.argb(), wide, high);
    } else {
      int factor = PixelScaler.factor(width, height, roomWidth, roomHeight);
      target.resize(width * factor, height * factor);
      PixelScaler.squares(pixels, width, height, factor, target.argb());
    }
    view.setImage(target.changed());
    double shownWidth = target.width() / scaleX;
    double shownHeight = target.height() / scaleY;
    view.setFitWidth(shownWidth);
    view.setFitHeight(shownHeight);
    view.relocate(
        snapPositionX((getWidth() - shownWidth) / 2),
        snapPositionY((getHeight() - shownHeight) / 2));
  }

  private double outputScale(boolean horizontal) {
    if (getScene() == null || getScene().getWindow() == null) {
      return 1;
    }
    Transform inScene = getLocalToSceneTransform();
    double scale =
        horizontal
            ? getScene().getWindow().getOutputScaleX() * inScene.getMxx()
            : getScene().getWindow().getOutputScaleY() * inScene.getMyy();
    return scale > 0 ? scale : 1;
  }
}
