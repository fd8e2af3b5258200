package dev.dreamwire.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.api.tensor.TensorView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ExampleNodesTest {
  @Test
  void thePackIsFound() {
    List<String> ids =
        ServiceLoader.load(NodePack.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(ExampleNodes.class::isInstance)
            .flatMap(pack -> pack.types().stream())
            .map(type -> type.spec().id())
            .toList();
    assertEquals(List.of("examples:colour", "examples:metronome"), ids);
  }

  @Test
  void theMetronomeBeatsAsOftenAsItIsTold() {
    Map<String, Object> params = Map.of("does", "jump", "every", 3L);
    List<Integer> beats = new ArrayList<>();
    HostProcess process = ((HostType) new MetronomeNode()).open(new Asking(params::get));
    for (int i = 0; i < 8; i++) {
      Made made = new Made(i, params::get);
      process.frame(made);
      if (made.action[Vocabulary.OASIS.column("jump")] == 1) {
        beats.add(i);
      }
    }
    assertEquals(List.of(0, 3, 6), beats);
  }

  /** A host that offers nothing. */
  private record Asking(Params params) implements NodeContext {
    @Override
    public String nodeId() {
      return "metronome";
    }

    @Override
    public <S> Optional<S> service(Class<S> type) {
      return Optional.empty();
    }

    @Override
    public Path file(String name) {
      throw new NodeException("there is no file " + name);
    }
  }

  /** A frame that keeps what is handed out. */
  private static final class Made implements HostProcess.Frame {
    private final long index;
    private final Params params;
    private float[] action;

    Made(long index, Params params) {
      this.index = index;
      this.params = params;
    }

    @Override
    public long index() {
      return index;
    }

    @Override
    public Params params() {
      return params;
    }

    @Override
    public boolean wired(String port) {
      return false;
    }

    @Override
    public TensorView tensor(String port) {
      throw new NodeException("nothing is wired to " + port);
    }

    @Override
    public <V> V value(String port, Class<V> type) {
      throw new NodeException("nothing is wired to " + port);
    }

    @Override
    public void output(String port, TensorView value) {
      action = value.toArray();
    }

    @Override
    public void output(String port, Object value) {
      assertTrue(value instanceof TensorView, "an action is a tensor");
    }
  }
}
