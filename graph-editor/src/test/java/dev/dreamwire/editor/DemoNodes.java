package dev.dreamwire.editor;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.PortType.Carrier;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Map;

/** A small synthesizer: enough to draw every kind of port, wire and parameter. Nothing runs. */
public final class DemoNodes implements NodePack {
  private static final PortType SOUND = new PortType("demo:sound", Carrier.TENSOR);
  private static final PortType PITCH = new PortType("demo:pitch", Carrier.TENSOR);
  private static final PortType TUNING = new PortType("demo:tuning", Carrier.HANDLE);
  private static final PortType KEYS = new PortType("demo:keys", Carrier.OBJECT);

  private static final Param.CurveKind FADE = new Param.CurveKind(0, 1, 0, 2);

  /** The installed types. */
  public static final NodeRegistry REGISTRY = new NodeRegistry(List.of(new DemoNodes()));

  /** Keys → voice → echo (with a feedback loop) → speaker, and a meter that is wired to nothing. */
  public static Graph patch() {
    return Graph.of(
        List.of(
            new Node("keys", "demo:keys", 1, Map.of(), 0, 0),
            new Node("tuning", "demo:tuning", 1, Map.of("reference", 442.0), 0, 180),
            new Node("voice", "demo:voice", 1, Map.of("wave", "saw"), 280, 40),
            new Node("echo", "demo:echo", 1, Map.of(), 560, 40),
            new Node("speaker", "demo:speaker", 1, Map.of(), 840, 60),
            new Node("meter", "demo:meter", 1, Map.of(), 840, 240)),
        List.of(
            wire("keys.keys", "voice.keys"),
            wire("tuning.tuning", "voice.tuning"),
            wire("voice.sound", "echo.sound"),
            wire("echo.sound", "echo.tail"),
            wire("echo.sound", "speaker.sound")));
  }

  /** A wire between ports written {@code node.port}. */
  public static Wire wire(String from, String to) {
    return new Wire(ref(from), ref(to));
  }

  /** A port written {@code node.port}. */
  public static PortRef ref(String text) {
    String[] parts = text.split("\\.");
    return new PortRef(parts[0], parts[1]);
  }

  @Override
  public List<NodeType> types() {
    return List.of(
        type(
            NodeSpec.of("demo:keys", "Keyboard", Category.INPUT)
                .help("The keys that a person holds down.")
                .out(Port.of("keys", KEYS))
                .param(Param.bool("velocity", true, true))
                .param(Param.choice("layout", List.of("piano", "isomorphic"), "piano", false))),
        type(
            NodeSpec.of("demo:tuning", "Tuning", Category.MODEL)
                .help("Which pitch each key has.")
                .out(Port.of("tuning", TUNING))
                .param(Param.number("reference", 400, 480, 440, true).in("Hz"))
                .param(Param.file("scale", List.of("scl"), ""))),
        type(
            NodeSpec.of("demo:voice", "Voice", Category.SCENE)
                .help("Makes a tone for each key that is held down.")
                .in(Port.of("keys", KEYS), Port.of("tuning", TUNING))
                .in(Port.optional("bend", PITCH))
                .out(Port.of("sound", SOUND), Port.of("pitch", PITCH))
                .param(Param.choice("wave", List.of("sine", "saw", "square"), "sine", false))
                .param(Param.integer("voices", 1, 64, 8, false))
                .param(Param.integer("seed", 0, Long.MAX_VALUE, 7, true))),
        type(
            NodeSpec.of("demo:echo", "Echo", Category.DIFFUSION)
                .help("Repeats the sound, each time softer.")
                .in(Port.of("sound", SOUND), Port.feedback("tail", SOUND))
                .out(Port.of("sound", SOUND))
                .param(Param.number("delay", 0, 2, 0.35, true).in("s"))
                .param(Param.number("feedback", 0, 1, 0.6, true))
                .param(Param.bool("stereo", false, false))),
        type(
            NodeSpec.of("demo:speaker", "Speaker", Category.OUTPUT)
                .help("Plays the sound.")
                .in(Port.of("sound", SOUND))
                .param(Param.number("level", -60, 6, -3, true).in("dB"))),
        type(
            NodeSpec.of("demo:meter", "Pitch Meter", Category.ANALYSIS)
                .help("Shows the pitch.")
                .in(Port.of("pitch", PITCH))
                .param(Param.text("label", false, "main", false))),
        type(
            NodeSpec.of("demo:wheel", "Wheel", Category.INPUT)
                .help("A number that a hand turns.")
                .out(Port.of("turn", PortType.NUMBER))),
        type(
            NodeSpec.of("demo:film", "Film", Category.INPUT)
                .help("What is seen while the sound plays.")
                .out(Port.of("film", PortType.VIDEO), Port.of("clip", PortType.CLIP))),
        type(
            NodeSpec.of("demo:screen", "Screen", Category.OUTPUT)
                .help("Shows a picture or a film.")
                .in(Port.optional("still", PortType.IMAGE), Port.optional("film", PortType.VIDEO))),
        type(
            NodeSpec.of("demo:light", "Light", Category.OUTPUT)
                .help("Shines while its key is held down.")
                .param(Param.colour("tone", "#ff8800", true))
                .param(Param.curve("fade", FADE, "0:1 1:0", false))
                .param(Param.key("key", "L", true))));
  }

  private static NodeType type(NodeSpec.Builder builder) {
    NodeSpec spec = builder.build();
    return new HostType() {
      @Override
      public NodeSpec spec() {
        return spec;
      }

      @Override
      public HostProcess open(NodeContext context) {
        throw new AssertionError("demo nodes do not run");
      }
    };
  }
}
