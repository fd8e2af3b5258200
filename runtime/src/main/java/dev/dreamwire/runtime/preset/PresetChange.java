package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.runtime.text.Texts;
import java.util.Locale;
import java.util.Optional;

/** One thing in which a preset differs from another. Immutable. */
public sealed interface PresetChange {
  /** Id of the node that it is about, if it is about one that the second preset has. */
  default Optional<String> node() {
    return Optional.empty();
  }

  /** A sentence for people. */
  default String text(Locale language) {
    Texts texts = new Texts(PresetFile.TEXTS, language);
    return switch (this) {
      case NodeAdded(Node node) -> texts.get("diff.nodeAdded", node.id(), node.type());
      case NodeRemoved(Node node) -> texts.get("diff.nodeRemoved", node.id(), node.type());
      case TypeChanged(String id, String from, String to) ->
          texts.get("diff.typeChanged", id, from, to);
      case ParamChanged(String id, String param, Optional<Object> from, Optional<Object> to) ->
          texts.get("diff.paramChanged", id, param, shown(from, texts), shown(to, texts));
      case StateChanged(String id) -> texts.get("diff.stateChanged", id);
      case NodeMoved(String id) -> texts.get("diff.nodeMoved", id);
      case WireAdded(Wire wire) -> texts.get("diff.wireAdded", wire.from(), wire.to());
      case WireRemoved(Wire wire) -> texts.get("diff.wireRemoved", wire.from(), wire.to());
      case SubgraphChanged(String title, SubgraphChanged.How how) ->
          texts.get(
              switch (how) {
                case ADDED -> "diff.subgraphAdded";
                case REMOVED -> "diff.subgraphRemoved";
                case CHANGED -> "diff.subgraphChanged";
              },
              title);
      case WireLed(Wire wire) -> texts.get("diff.wireLed", wire.from(), wire.to());
      case AnnotationAdded(Annotation added) -> texts.get("diff.annotationAdded", title(added));
      case AnnotationRemoved(Annotation removed) ->
          texts.get("diff.annotationRemoved", title(removed));
      case AnnotationChanged(Annotation from, Annotation to) ->
          from.text().equals(to.text())
              ? texts.get("diff.annotationMoved", title(to))
              : texts.get("diff.annotationText", from.text(), to.text());
      case PartChanged(Part part, String from, String to) ->
          texts.get(
              switch (part) {
                case NAME -> "diff.name";
                case DESCRIPTION -> "diff.description";
                case MODELS -> "diff.models";
                case SCENES -> "diff.scenes";
                case SETTINGS -> "diff.settings";
              },
              from,
              to);
    };
  }

  /** The first line of what it says, or its id. */
  private static String title(Annotation annotation) {
    return annotation.text().lines().findFirst().orElse(annotation.id());
  }

  private static String shown(Optional<Object> value, Texts texts) {
    return value.map(String::valueOf).orElseGet(() -> texts.get("diff.default"));
  }

  /** A node that only the second has. */
  record NodeAdded(Node added) implements PresetChange {
    @Override
    public Optional<String> node() {
      return Optional.of(added.id());
    }
  }

  /** A node that only the first has. */
  record NodeRemoved(Node removed) implements PresetChange {}

  /** A node that is of another type. */
  record TypeChanged(String id, String from, String to) implements PresetChange {
    @Override
    public Optional<String> node() {
      return Optional.of(id);
    }
  }

  /**
   * A parameter with another value.
   *
   * @param from empty for the type's default
   * @param to empty for the type's default
   */
  record ParamChanged(String id, String param, Optional<Object> from, Optional<Object> to)
      implements PresetChange {
    @Override
    public Optional<String> node() {
      return Optional.of(id);
    }
  }

  /** A node that is muted, bypassed, frozen, collapsed, pinned or pictured, or no longer so. */
  record StateChanged(String id) implements PresetChange {
    @Override
    public Optional<String> node() {
      return Optional.of(id);
    }
  }

  /** A node at another place on the canvas; it does not change what is played. */
  record NodeMoved(String id) implements PresetChange {
    @Override
    public Optional<String> node() {
      return Optional.of(id);
    }
  }

  /** A wire that only the second has. */
  record WireAdded(Wire wire) implements PresetChange {
    @Override
    public Optional<String> node() {
      return Optional.of(wire.to().node());
    }
  }

  /** A wire that only the first has. */
  record WireRemoved(Wire wire) implements PresetChange {}

  /** A subgraph that only one of both has, or that is another inside. */
  record SubgraphChanged(String title, How how) implements PresetChange {
    /** What was done to it. */
    public enum How {
      ADDED,
      REMOVED,
      CHANGED
    }
  }

  /** A wire that is led through other points; it does not change what is played. */
  record WireLed(Wire wire) implements PresetChange {
    @Override
    public Optional<String> node() {
      return Optional.of(wire.to().node());
    }
  }

  /** A frame or a comment that only the second has. */
  record AnnotationAdded(Annotation added) implements PresetChange {}

  /** A frame or a comment that only the first has. */
  record AnnotationRemoved(Annotation removed) implements PresetChange {}

  /** A frame or a comment with another text, place, size or colour. */
  record AnnotationChanged(Annotation from, Annotation to) implements PresetChange {}

  /** Parts of a preset beside its graph. */
  enum Part {
    NAME,
    DESCRIPTION,
    MODELS,
    SCENES,
    SETTINGS
  }

  /** Another name, description, list of models, of scenes or of settings. */
  record PartChanged(Part part, String from, String to) implements PresetChange {}
}
