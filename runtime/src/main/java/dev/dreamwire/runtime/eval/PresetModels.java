package dev.dreamwire.runtime.eval;

import dev.dreamwire.api.node.HandleScope;
import dev.dreamwire.api.node.HandleType;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.DiffusionSampler;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeParams;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.memory.MemorySettings;
import dev.dreamwire.runtime.model.AutoencoderHandle;
import dev.dreamwire.runtime.model.Denoiser;
import dev.dreamwire.runtime.model.Detail;
import dev.dreamwire.runtime.model.DitDenoiser;
import dev.dreamwire.runtime.node.DetailNode;
import dev.dreamwire.runtime.node.MemoryParams;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.train.WindowSampler;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The models of a preset's graph and how it samples with them.
 *
 * @param picture that play begins with, and of the size of all others {@code [3,H,W]}
 * @param autoencoder that pictures pass; none where the denoiser works on pixels
 * @param denoiser that makes frames
 * @param sampling as the graph's nodes are set
 * @param memory of the graph, if it has one and the denoiser makes use of it
 * @param detail that decoded pictures get of it
 */
record PresetModels(
    Shape picture,
    Optional<AutoencoderHandle> autoencoder,
    Denoiser denoiser,
    WindowSampler.Settings sampling,
    Optional<MemorySettings> memory,
    Optional<Detail.Settings> detail) {
  private static final String SAMPLER = "dreamwire:sampler.";
  private static final String EULER = "dreamwire:sampler.euler_flow";
  private static final String CONTEXT = "dreamwire:context";
  private static final String SCENE = "dreamwire:scene";

  /**
   * Reads them.
   *
   * @throws EvalException if the graph has none of a kind that can be measured
   */
  static PresetModels of(LoadedPreset preset, NodeRegistry registry) {
    Graph graph = Expansion.flat(preset.preset().graph(), registry);
    Map<PortRef, Object> handles = new LinkedHashMap<>();
    for (Node node : graph.nodes().values()) {
      if (registry.find(node.type()).orElse(null) instanceof HandleType type) {
        type.resolve(new Collecting(preset, graph, node, type, handles));
      }
    }
    Node sampler = node(graph, SAMPLER);
    Params sampling = params(sampler, registry);
    Params context = params(node(graph, CONTEXT), registry);
    WindowSampler.Settings settings =
        new WindowSampler.Settings(
            handle(handles, NoiseSchedule.class, "noise schedule"),
            sampler.type().equals(EULER) ? DiffusionSampler.EULER_FLOW : DiffusionSampler.DDIM,
            Math.toIntExact(sampling.integer("steps")),
            context.bool("noised") ? context.number("stabilisation") : 0);
    Params scene = params(node(graph, SCENE), registry);
    Denoiser denoiser = handle(handles, Denoiser.class, "denoiser");
    return new PresetModels(
        Shape.of(3, scene.integer("height"), scene.integer("width")),
        find(handles, AutoencoderHandle.class),
        denoiser,
        settings,
        denoiser.remembers() ? memory(preset, graph, registry) : Optional.empty(),
        find(graph, DetailNode.TYPE).map(node -> DetailNode.settings(params(node, registry))));
  }

  private static Optional<MemorySettings> memory(
      LoadedPreset preset, Graph graph, NodeRegistry registry) {
    return find(graph, MemoryParams.TYPE)
        .map(node -> MemoryParams.read(params(node, registry), preset.files()::find));
  }

  /**
   * The denoiser, for what only a transformer can be asked.
   *
   * @throws EvalException if it is of another kind
   */
  DitDenoiser dit() {
    if (denoiser instanceof DitDenoiser dit) {
      return dit;
    }
    throw new EvalException("this can only be measured of a DiT; leave it out", null);
  }

  private static Node node(Graph graph, String type) {
    return find(graph, type)
        .orElseThrow(() -> new EvalException("the preset's graph has no node " + type, null));
  }

  private static Optional<Node> find(Graph graph, String type) {
    return graph.nodes().values().stream().filter(node -> node.type().startsWith(type)).findFirst();
  }

  private static Params params(Node node, NodeRegistry registry) {
    return NodeParams.of(node, registry.find(node.type()).orElseThrow());
  }

  private static <H> H handle(Map<PortRef, Object> handles, Class<H> type, String what) {
    return find(handles, type)
        .orElseThrow(() -> new EvalException("the preset's graph has no " + what, null));
  }

  private static <H> Optional<H> find(Map<PortRef, Object> handles, Class<H> type) {
    return handles.values().stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** Resolves one node outside a plan. */
  private record Collecting(
      LoadedPreset preset, Graph graph, Node node, NodeType type, Map<PortRef, Object> handles)
      implements HandleScope {
    @Override
    public String nodeId() {
      return node.id();
    }

    @Override
    public Params params() {
      return NodeParams.of(node, type);
    }

    @Override
    public <S> Optional<S> service(Class<S> service) {
      return Optional.empty();
    }

    @Override
    public Path file(String name) {
      return preset.files().find(name);
    }

    @Override
    public void output(String port, Object handle) {
      handles.put(new PortRef(node.id(), port), handle);
    }

    @Override
    public <H> H handle(String port, Class<H> wanted) {
      PortRef input = new PortRef(node.id(), port);
      Object found = graph.wireTo(input).map(wire -> handles.get(wire.from())).orElse(null);
      if (!wanted.isInstance(found)) {
        throw new EvalException("nothing that can be measured is wired to " + input, null);
      }
      return wanted.cast(found);
    }
  }
}
