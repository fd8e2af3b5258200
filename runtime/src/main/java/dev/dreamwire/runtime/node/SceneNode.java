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
import dev.dreamwire.runtime.memory.StartPose;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A picture to start from. */
final class SceneNode implements HostType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:scene", "Scene", Category.SCENE)
        .help(
            """
            The picture that the dream starts from: a scene of the preset by its name, or a picture file \
            of yours. It is scaled to the size that the model was trained with: cut to its proportions, \
            or stretched as Oasis does it. The pose is where the picture was seen from, if the preset says so.\
            """)
        .out(Port.of("image", PortType.IMAGE), Port.of("pose", PortType.POSE))
        .param(Param.file("scene", List.of("png", "jpg", "jpeg"), "coast"))
        .param(PictureFit.params())
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of("image", PictureFit.of(context.params()).shape(), "pose", StartPose.SHAPE);
  }

  @Override
  public HostProcess open(NodeContext context) {
    String scene = context.params().text("scene");
    SceneGallery.View view =
        context
            .service(SceneGallery.class)
            .flatMap(gallery -> gallery.scene(scene))
            .orElseGet(() -> new SceneGallery.View(scene, Optional.empty()));
    TensorView picture = picture(context, view.image());
    TensorView pose = TensorView.of(StartPose.SHAPE, StartPose.numbers(view.pose()));
    return frame -> {
      frame.output("image", picture);
      frame.output("pose", pose);
    };
  }

  private static TensorView picture(NodeContext context, String name) {
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
    PictureFit fit = PictureFit.of(context.params());
    return TensorView.of(fit.shape(), fit.planes(image));
  }
}
