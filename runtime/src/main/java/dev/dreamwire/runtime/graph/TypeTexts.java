package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.text.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What node types and their parts are called in one language, from the {@linkplain NodePack#bundle
 * bundles} of their packs. For one thread.
 *
 * <p>A type's keys begin with its id, with a dot in place of the colon: {@code
 * dreamwire.history.title}, {@code .help}, {@code .port.NAME}, {@code .param.NAME}, {@code
 * .choice.PARAM.CHOICE}. What ports, parameters and choices of that name are called in all types of
 * the pack stands under the same key without the id: {@code port.image}. Where there is no key, the
 * type's own English words hold.
 */
public final class TypeTexts {
  private final NodeRegistry registry;
  private final Locale language;
  private final Texts graphTexts;
  private final Map<NodePack, Optional<ResourceBundle>> bundles = new HashMap<>();

  /** Texts in a language. */
  public TypeTexts(NodeRegistry registry, Locale language) {
    this.registry = registry;
    this.language = language;
    this.graphTexts = new Texts(GraphCheck.TEXTS, language);
  }

  /** A type's title. */
  public String title(NodeSpec spec) {
    if (Subgraph.borderOf(spec.id()).isPresent()) {
      return graphTexts.get(spec.inputs().isEmpty() ? "border.inputs" : "border.outputs");
    }
    return own(spec, "title").orElse(spec.title());
  }

  /** A type's help, one paragraph. */
  public String help(NodeSpec spec) {
    return own(spec, "help").orElse(spec.help());
  }

  /** A port's label; that of the parameter for a parameter's input. */
  public String port(NodeSpec spec, Port port) {
    Param param = spec.param(port.name());
    if (param != null && ParamPorts.of(param).filter(port::equals).isPresent()) {
      return param(spec, param);
    }
    return port.type() == SubgraphTypes.OPEN
        ? graphTexts.get("border.new")
        : shared(spec, "port." + port.name()).orElse(words(port.name()));
  }

  /** A parameter's label. */
  public String param(NodeSpec spec, Param param) {
    return shared(spec, "param." + param.name()).orElse(words(param.name()));
  }

  /** The label of one of a parameter's choices. */
  public String choice(NodeSpec spec, Param param, String choice) {
    return shared(spec, "choice." + param.name() + "." + choice).orElse(words(choice));
  }

  private Optional<String> own(NodeSpec spec, String key) {
    String full = spec.id().replace(':', '.') + "." + key;
    return registry.pack(spec.id()).flatMap(this::bundle).flatMap(bundle -> text(bundle, full));
  }

  private Optional<String> shared(NodeSpec spec, String key) {
    return own(spec, key)
        .or(() -> registry.pack(spec.id()).flatMap(this::bundle).flatMap(b -> text(b, key)));
  }

  private static Optional<String> text(ResourceBundle bundle, String key) {
    return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
  }

  private Optional<ResourceBundle> bundle(NodePack pack) {
    return bundles.computeIfAbsent(pack, this::open);
  }

  private Optional<ResourceBundle> open(NodePack pack) {
    if (pack.bundle() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ResourceBundle.getBundle(
              pack.bundle(),
              language,
              pack.getClass().getClassLoader(),
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES)));
    } catch (MissingResourceException e) {
      // A pack that promises texts and brings none still has its types' own.
      return Optional.empty();
    }
  }

  private static String words(String name) {
    String words = name.replace('_', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
