package dev.dreamwire.editor.model;

import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.image.Image;
import javafx.util.Subscription;

/**
 * Small pictures of what nodes make. Its source works only while there is a node that shows one,
 * and only for those that do. Window thread only.
 */
public final class NodePictures {
  private final Supplier<NodeRegistry> registry;
  private final BiFunction<Node, String, Optional<String>> maker;
  private final Runnable relaid;
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Map<String, Image>> images =
      new ReadOnlyObjectWrapper<>(Map.of());
  private PictureSource source = PictureSource.NONE;
  private Map<String, String> watched = Map.of();
  private Subscription watching = Subscription.EMPTY;
  private Graph graph = Graph.EMPTY;
  private boolean resting = true;

  /**
   * No pictures yet.
   *
   * @param registry the types that there are now
   * @param maker the node, as the source knows it, that makes what an output hands out
   * @param relaid lays the graph out again, after pictures came or went
   */
  NodePictures(
      Supplier<NodeRegistry> registry,
      BiFunction<Node, String, Optional<String>> maker,
      Runnable relaid) {
    this.registry = registry;
    this.maker = maker;
    this.relaid = relaid;
    shown.addListener(changed -> refresh());
  }

  /** Takes pictures from another source. */
  public void use(PictureSource newSource) {
    clear();
    source = newSource;
    refresh();
  }

  private void refresh() {
    follow(graph);
    relaid.run();
  }

  /** Whether nobody sees the graph: then nothing is watched. True at first. */
  public void rest(boolean now) {
    resting = now;
    follow(graph);
  }

  /** Whether a node can be shown as a picture. */
  public boolean offers(Node node) {
    return registry.get().find(node.type()).filter(t -> source.offers(t.spec())).isPresent();
  }

  /** Whether a node shows a picture while it is not collapsed. */
  boolean shows(Node node) {
    return shown.get() && node.state().pictured() && offers(node);
  }

  /** Watches the nodes of a graph that show pictures. */
  void follow(Graph next) {
    graph = next;
    Map<String, String> wanted = new HashMap<>();
    next.nodes().values().stream()
        .filter(node -> !resting && !node.state().collapsed() && shows(node))
        .forEach(node -> made(node).ifPresent(source -> wanted.put(node.id(), source)));
    if (!wanted.equals(watched)) {
      watch(Map.copyOf(wanted));
    }
  }

  /** The node, as the source knows it, whose picture a node shows. */
  private Optional<String> made(Node node) {
    return registry.get().find(node.type()).map(NodeType::spec).stream()
        .flatMap(spec -> spec.outputs().stream())
        .flatMap(port -> maker.apply(node, port.name()).stream())
        .findFirst();
  }

  private void watch(Map<String, String> wanted) {
    Subscription before = watching;
    Map<String, Image> left = new HashMap<>(images.get());
    left.keySet().removeIf(id -> !Objects.equals(wanted.get(id), watched.get(id)));
    watched = wanted;
    if (left.size() < images.get().size()) {
      images.set(Map.copyOf(left));
    }
    watching =
        wanted.isEmpty()
            ? Subscription.EMPTY
            : source.watch(Set.copyOf(wanted.values()), this::show);
    before.unsubscribe();
  }

  private void show(String made, Image image) {
    Map<String, Image> next = new HashMap<>(images.get());
    watched.forEach(
        (node, source) -> {
          if (source.equals(made)) {
            next.put(node, image);
          }
        });
    if (!next.equals(images.get())) {
      images.set(Map.copyOf(next));
    }
  }

  /** Lets go of all pictures, as when another document is opened. */
  void clear() {
    watch(Map.of());
  }

  /** Whether nodes show pictures at all. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** The latest pictures, by node. */
  public ReadOnlyObjectProperty<Map<String, Image>> imagesProperty() {
    return images.getReadOnlyProperty();
  }
}
