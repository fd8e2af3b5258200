package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.runtime.text.Texts;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a wire makes of a value that its input does not take as it is. These are all; between other
 * types no wire is made. What would need a model, such as a latent of an image, is never done
 * silently. Pure; safe on every thread.
 */
public enum Conversion {
  /** The last picture of a video, which is the newest. */
  NEWEST_PICTURE(PortType.VIDEO, PortType.IMAGE, "conversion.newestPicture"),
  /** The last latent of a clip, which is the newest. */
  NEWEST_LATENT(PortType.CLIP, PortType.LATENT, "conversion.newestLatent"),
  /** A latent as a picture of its channels, side by side; only where pictures are looked at. */
  CHANNELS(PortType.LATENT, PortType.IMAGE, "conversion.channels"),
  /** A number as the nearest whole one, for a parameter. */
  ROUNDED(PortType.NUMBER, PortType.NUMBER, "conversion.rounded"),
  /** A number as yes or no, for a parameter. */
  SWITCHED(PortType.NUMBER, PortType.NUMBER, "conversion.switched");

  private final PortType from;
  private final PortType to;
  private final String key;

  Conversion(PortType from, PortType to, String key) {
    this.from = from;
    this.to = to;
    this.key = key;
  }

  /** What comes in. */
  public PortType from() {
    return from;
  }

  /** What goes out. */
  public PortType to() {
    return to;
  }

  /**
   * What a wire would do between ports that exist; empty if it hands on what it gets, or if no wire
   * can be between them.
   *
   * @param output where it begins
   * @param target what the type of the node declares at which it ends
   * @param input name of the input, which may be that of a parameter
   */
  public static Optional<Conversion> between(Port output, NodeSpec target, String input) {
    Port taken = ParamPorts.input(target, input);
    if (taken == null) {
      return Optional.empty();
    }
    if (output.type().id().equals(taken.type().id())) {
      return Optional.ofNullable(target.param(input)).flatMap(Conversion::forParam);
    }
    for (Conversion each : values()) {
      boolean fits =
          each.from.id().equals(output.type().id()) && each.to.id().equals(taken.type().id());
      if (fits && (each != CHANNELS || target.category() == Category.OUTPUT)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static Optional<Conversion> forParam(Param param) {
    return switch (param.kind()) {
      case Param.IntKind k -> Optional.of(ROUNDED);
      case Param.BoolKind k -> Optional.of(SWITCHED);
      default -> Optional.empty();
    };
  }

  /** What a wire of a graph does; empty if it hands on what it gets. */
  public static Optional<Conversion> of(Graph graph, NodeRegistry registry, Wire wire) {
    NodeRegistry known = registry.with(graph.subgraphs());
    Optional<NodeSpec> target = spec(graph, known, wire.to());
    return spec(graph, known, wire.from())
        .map(spec -> spec.output(wire.from().port()))
        .filter(Objects::nonNull)
        .flatMap(output -> target.flatMap(spec -> between(output, spec, wire.to().port())));
  }

  private static Optional<NodeSpec> spec(Graph graph, NodeRegistry registry, PortRef end) {
    return graph.node(end.node()).flatMap(n -> registry.find(n.type())).map(NodeType::spec);
  }

  /** Whether the value is another one and not only limited to what a parameter takes. */
  public boolean changesType() {
    return from != to;
  }

  /** What it does, for people in the language of their windows. */
  public String text() {
    return text(Locale.getDefault(Locale.Category.DISPLAY));
  }

  /** The same in a language. */
  public String text(Locale language) {
    return new Texts(GraphCheck.TEXTS, language).get(key);
  }
}
