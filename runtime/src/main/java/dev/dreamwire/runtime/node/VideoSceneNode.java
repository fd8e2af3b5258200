package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.data.VideoReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Some frames of a video to start from. */
final class VideoSceneNode implements HostType {
  private static final String FILE = "video";
  private static final String COUNT = "frames";
  private static final String OFFSET = "offset";

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:scene.video", "Video Scene", Category.SCENE)
        .help(
            """
            Frames of a video that the dream goes on from: as many as you say, from the one that you say \
            on. They are scaled as a Scene's picture is. Encode them with Encode Video and lead them \
            through a Prompt, so that the model has seen where things were going.\
            """)
        .out(Port.of("video", PortType.VIDEO))
        .param(
            Param.file(FILE, List.of("mp4", "mkv", "webm", "mov", "avi"), ""),
            Param.integer(OFFSET, 0, 10_000_000, 0, false).in("frames"),
            Param.integer(COUNT, 1, 256, 8, false))
        .param(PictureFit.params())
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of("video", shape(context));
  }

  private static Shape shape(NodeContext context) {
    return PictureFit.of(context.params()).shape().prepend(context.params().integer(COUNT));
  }

  @Override
  public HostProcess open(NodeContext context) {
    TensorView frames = read(context);
    return frame -> frame.output("video", frames);
  }

  private static TensorView read(NodeContext context) {
    String name = context.params().text(FILE);
    if (name.isEmpty()) {
      throw new NodeException(FILE, "choose a video file", null);
    }
    Path file = context.file(name);
    long offset = context.params().integer(OFFSET);
    int count = Math.toIntExact(context.params().integer(COUNT));
    PictureFit fit = PictureFit.of(context.params());
    int size = Math.toIntExact(fit.shape().count());
    float[] all = new float[Math.multiplyExact(count, size)];
    try (VideoReader video = new VideoReader(file)) {
      byte[] rgb = new byte[video.width() * video.height() * 3];
      for (long at = 0; at < offset + count; at++) {
        if (at < offset ? !video.skip() : !video.read(rgb)) {
          throw new NodeException(
              at < offset ? OFFSET : COUNT,
              "%s has %d frames, but frames %d to %d are asked for"
                  .formatted(file.getFileName(), at, offset, offset + count - 1),
              null);
        }
        if (at >= offset) {
          float[] planes = fit.planes(image(rgb, video.width(), video.height()));
          System.arraycopy(planes, 0, all, Math.toIntExact(at - offset) * size, size);
        }
      }
    } catch (IOException e) {
      throw new NodeException(FILE, e.getMessage(), e);
    }
    return TensorView.of(shape(context), all);
  }

  private static BufferedImage image(byte[] rgb, int width, int height) {
    int[] pixels = new int[width * height];
    Arrays.setAll(
        pixels, i -> (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }
}
