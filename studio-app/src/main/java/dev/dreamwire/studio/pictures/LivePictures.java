package dev.dreamwire.studio.pictures;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.editor.model.PictureSource;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.studio.play.PlaySession;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.util.Subscription;

/**
 * Pictures of what the nodes of the running graph make: of each its first output that can be
 * painted. For the window's thread; pictures are painted on one of their own.
 */
public final class LivePictures implements PictureSource {
  private final PlaySession session;
  private final NodeRegistry registry;
  private final Supplier<Graph> graph;

  /**
   * Pictures of a session.
   *
   * @param graph the graph whose nodes are asked for
   */
  public LivePictures(PlaySession session, NodeRegistry registry, Supplier<Graph> graph) {
    this.session = session;
    this.registry = registry;
    this.graph = graph;
  }

  @Override
  public boolean offers(NodeSpec spec) {
    return painted(spec).isPresent();
  }

  private static Optional<Port> painted(NodeSpec spec) {
    return spec.outputs().stream().filter(port -> TensorPainter.paints(port.type())).findFirst();
  }

  @Override
  public Subscription watch(Set<String> nodes, BiConsumer<String, Image> show) {
    ExecutorService painter = painter();
    Map<String, LivePicture> pictures = new HashMap<>();
    for (String id : nodes) {
      port(id)
          .ifPresent(
              port ->
                  pictures.put(
                      id + "/" + port.name(),
                      new LivePicture(
                          port.type(),
                          painter,
                          Platform::runLater,
                          image -> show.accept(id, image.changed()),
                          System::nanoTime)));
    }
    Subscription values =
        session.watch(pictures.keySet(), (name, value) -> offer(pictures.get(name), value));
    return values.and(painter::shutdown);
  }

  /** One thread; what comes after it was shut down is let go by. */
  private static ExecutorService painter() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name("node-pictures").factory(),
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /** What is no longer watched may still come, until the graph is compiled anew. */
  private static void offer(LivePicture picture, TensorView value) {
    if (picture != null) {
      picture.offer(value);
    }
  }

  private Optional<Port> port(String id) {
    return graph
        .get()
        .node(id)
        .flatMap(node -> registry.find(node.type()))
        .flatMap(type -> painted(type.spec()));
  }
}
