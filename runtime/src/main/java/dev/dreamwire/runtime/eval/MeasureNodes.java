package dev.dreamwire.runtime.eval;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.memory.StartPose;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nodes that hand what is measured to a graph, in place of a person and a scene. Used by one
 * thread.
 */
final class MeasureNodes implements NodePack {
  static final String ACTION = "dreamwire:measure.action";
  static final String PICTURE = "dreamwire:measure.picture";
  static final String POSE = "dreamwire:measure.pose";
  static final String OUTPUT = "value";

  private final Feed action;
  private final Feed picture;
  private final Feed pose;

  MeasureNodes(Shape actionShape, Shape pictureShape) {
    this.action = new Feed(ACTION, PortType.ACTION, actionShape);
    this.picture = new Feed(PICTURE, PortType.IMAGE, pictureShape);
    this.pose = new Feed(POSE, PortType.POSE, StartPose.SHAPE);
  }

  /** The next frame's action. */
  void action(float[] value) {
    action.set(value);
  }

  /** The picture that the next start is from. */
  void picture(float[] value) {
    picture.set(value);
  }

  /** Where that picture was seen from. */
  void pose(Pose value) {
    pose.set(StartPose.numbers(Optional.of(value)));
  }

  @Override
  public List<NodeType> types() {
    return List.of(action, picture, pose);
  }

  private static final class Feed implements HostType {
    private final String id;
    private final PortType type;
    private final Shape shape;
    private final float[] values;

    Feed(String id, PortType type, Shape shape) {
      this.id = id;
      this.type = type;
      this.shape = shape;
      this.values = new float[Math.toIntExact(shape.count())];
    }

    void set(float[] next) {
      System.arraycopy(next, 0, values, 0, values.length);
    }

    @Override
    public NodeSpec spec() {
      return NodeSpec.of(id, id, Category.INPUT)
          .help("What a measurement hands to the graph.")
          .out(Port.of(OUTPUT, type))
          .build();
    }

    @Override
    public Map<String, Shape> outputShapes(NodeContext context) {
      return Map.of(OUTPUT, shape);
    }

    @Override
    public HostProcess open(NodeContext context) {
      TensorView view = TensorView.of(shape, values);
      return frame -> frame.output(OUTPUT, view);
    }
  }
}
