package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.oasis.BilinearResize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture to start from. */
final class SceneNode implements HostType {
  private static final String STRETCH = "stretch";

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:scene", "Scene", Category.SCENE)
        .help(
            """
            The picture that the dream starts from: a scene of the preset by its name, or a picture file \
            of yours. It is scaled to the size that the model was trained with: cut to its proportions, \
            or stretched as Oasis does it.\
            """)
        .out(Port.of("image", PortType.IMAGE))
        .param(
            Param.file("scene", List.of("png", "jpg", "jpeg"), "coast"),
            Param.integer("width", 8, 4096, 64, false).in("px"),
            Param.integer("height", 8, 4096, 48, false).in("px"),
            Param.choice("fit", List.of("cut", STRETCH), "cut", false))
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of("image", shape(context.params()));
  }

  private static Shape shape(Params params) {
    return Shape.of(3, params.integer("height"), params.integer("width"));
  }

  @Override
  public HostProcess open(NodeContext context) {
    TensorView picture = picture(context);
    return frame -> frame.output("image", picture);
  }

  private static TensorView picture(NodeContext context) {
    String scene = context.params().text("scene");
    String name =
        context.service(SceneGallery.class).flatMap(gallery -> gallery.image(scene)).orElse(scene);
    Path file = context.file(name);
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new NodeException("scene", file + " cannot be read: " + e.getMessage(), e);
    }
    if (image == null) {
      throw new NodeException("scene", file + " is not a picture; choose a PNG or JPEG file", null);
    }
    Shape shape = shape(context.params());
    boolean stretch = context.params().text("fit").equals(STRETCH);
    return TensorView.of(
        shape,
        stretch
            ? stretched(image, shape.size(2), shape.size(1))
            : planes(cut(image, shape.size(2), shape.size(1))));
  }

  /** The whole picture in other proportions, as open-oasis prepares it. */
  private static float[] stretched(BufferedImage image, int width, int height) {
    int area = image.getWidth() * image.getHeight();
    int[] rgb = new int[3 * area];
    for (int i = 0; i < area; i++) {
      int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
      rgb[3 * i] = pixel >> 16 & 255;
      rgb[3 * i + 1] = pixel >> 8 & 255;
      rgb[3 * i + 2] = pixel & 255;
    }
    int[] resized =
        BilinearResize.resize(rgb, image.getWidth(), image.getHeight(), width, height, true);
    int plane = width * height;
    float[] out = new float[3 * plane];
    for (int i = 0; i < resized.length; i++) {
      out[i % 3 * plane + i / 3] = resized[i] / 255f * 2 - 1;
    }
    return out;
  }

  /** The largest middle part of the right proportions, scaled. */
  private static BufferedImage cut(BufferedImage image, int width, int height) {
    if (image.getWidth() == width && image.getHeight() == height) {
      return image;
    }
    double scale = Math.min((double) image.getWidth() / width, (double) image.getHeight() / height);
    int fromWidth = (int) Math.round(width * scale);
    int fromHeight = (int) Math.round(height * scale);
    int left = (image.getWidth() - fromWidth) / 2;
    int top = (image.getHeight() - fromHeight) / 2;
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = out.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, left, top, left + fromWidth, top + fromHeight, null);
    pen.dispose();
    return out;
  }

  private static float[] planes(BufferedImage image) {
    int width = image.getWidth();
    int area = width * image.getHeight();
    float[] out = new float[3 * area];
    for (int i = 0; i < area; i++) {
      int pixel = image.getRGB(i % width, i / width);
      out[i] = (pixel >> 16 & 255) / 127.5f - 1;
      out[area + i] = (pixel >> 8 & 255) / 127.5f - 1;
      out[2 * area + i] = (pixel & 255) / 127.5f - 1;
    }
    return out;
  }
}
