package dev.dreamwire.editor.model;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final NodeRegistry registry;
  private final Runnable relaid;
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Map<String, Image>> images =
      new ReadOnlyObjectWrapper<>(Map.of());
  private PictureSource source = PictureSource.NONE;
  private Set<String> watched = Set.of();
  private Subscription watching = Subscription.EMPTY;
  private Graph graph = Graph.EMPTY;
  private boolean resting = true;

  /**
   * No pictures yet.
   *
   * @param relaid lays the graph out again, after pictures came or went
   */
  NodePictures(NodeRegistry registry, Runnable relaid) {
    this.registry = registry;
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
    return registry.find(node.type()).filter(type -> source.offers(type.spec())).isPresent();
  }

  /** Whether a node shows a picture while it is not collapsed. */
  boolean shows(Node node) {
    return shown.get() && node.state().pictured() && offers(node);
  }

  /** Watches the nodes of a graph that show pictures. */
  void follow(Graph next) {
    graph = next;
    Set<String> wanted =
        next.nodes().values().stream()
            .filter(node -> !resting && !node.state().collapsed() && shows(node))
            .map(Node::id)
            .collect(Collectors.toUnmodifiableSet());
    if (!wanted.equals(watched)) {
      watch(wanted);
    }
  }

  private void watch(Set<String> wanted) {
    Subscription before = watching;
    watched = wanted;
    if (!wanted.containsAll(images.get().keySet())) {
      Map<String, Image> left = new HashMap<>(images.get());
      left.keySet().retainAll(wanted);
      images.set(Map.copyOf(left));
    }
    watching = wanted.isEmpty() ? Subscription.EMPTY : source.watch(wanted, this::show);
    before.unsubscribe();
  }

  private void show(String node, Image image) {
    if (watched.contains(node) && images.get().get(node) != image) {
      Map<String, Image> next = new HashMap<>(images.get());
      next.put(node, image);
      images.set(Map.copyOf(next));
    }
  }

  /** Lets go of all pictures, as when another document is opened. */
  void clear() {
    watch(Set.of());
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
