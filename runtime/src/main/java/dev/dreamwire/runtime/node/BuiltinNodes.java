package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.NodeType;
import java.util.List;

/** The node types that come with the program. */
public final class BuiltinNodes implements NodePack {
  @Override
  public List<NodeType> types() {
    return List.of(
        new KeyboardNode(),
        new ActionMapNode(),
        new KeyNode(),
        new ActionScriptNode(),
        new BotNode(),
        new SceneNode(),
        new VideoSceneNode(),
        new WorldNode(),
        new AutoencoderNode(),
        new DitNode(),
        new UNetNode(),
        new ClipDitNode(),
        new ClipSamplerNode(),
        new ClipPlayerNode(),
        PixelsNode.fromPicture(),
        PixelsNode.toPicture(),
        EncodeNode.picture(),
        EncodeNode.video(),
        new DecodeNode(),
        new DetailNode(),
        new ScheduleNode(),
        new ContextNode(),
        SamplerNode.ddim(),
        SamplerNode.eulerFlow(),
        new HistoryNode(),
        new PromptNode(),
        new MemoryNode(),
        new ViewportNode(),
        new RecorderNode(),
        new MetricsNode(),
        new NumberNode(),
        new OscillatorNode(),
        new ArithmeticNode());
  }

  @Override
  public String bundle() {
    return "dev.dreamwire.runtime.node.nodes";
  }
}
