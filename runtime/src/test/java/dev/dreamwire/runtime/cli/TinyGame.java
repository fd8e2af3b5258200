package dev.dreamwire.runtime.cli;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetFile;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A preset with the smallest models there are, untrained: it plays, and nobody would want to. */
final class TinyGame {
  private static final AutoencoderConfig AUTOENCODER =
      new AutoencoderConfig(
          16, 16, 8, 4, 16, 2, 1, 1, AutoencoderConfig.Bottleneck.TANH, true, null, null);
  private static final DitConfig DIT = dit(16);

  private final Path folder;

  private TinyGame(Path folder) {
    this.folder = folder;
  }

  /** Writes models and a start picture into a folder. */
  static TinyGame in(Path folder) throws IOException {
    VitAutoencoder autoencoder = new VitAutoencoder(AUTOENCODER, "");
    CostOps ops = new CostOps();
    autoencoder.decode(ops, autoencoder.encode(ops, AUTOENCODER.imageShape().prepend(1)));
    ModelFiles.save(
        folder.resolve("autoencoder.safetensors"),
        AUTOENCODER,
        random(ops.weights()),
        DType.F32,
        Map.of());
    ModelFiles.save(folder.resolve("dit.safetensors"), DIT, ditWeights(), DType.F32, Map.of());
    BufferedImage start = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      start.setRGB(i % 16, i / 16, i * 0x010305);
    }
    ImageIO.write(start, "png", folder.resolve("start.png").toFile());
    return new TinyGame(folder);
  }

  private static DitConfig dit(int hidden) {
    return new DitConfig(
        4, 2, 2, 1, hidden, 2, 2, 2, 25, 4, 10, true, Prediction.FLOW, false, false);
  }

  private static Weights ditWeights() {
    CostOps ops = new CostOps();
    new SpaceTimeDit(DIT, "")
        .forward(ops, DIT.latentShape().prepend(1, 1), Shape.of(1, 1), Shape.of(1, 1, 25));
    return random(ops.weights());
  }

  /** Writes the transformer's weights with the configuration of a wider one. */
  void spoilDit() throws IOException {
    ModelFiles.save(folder.resolve("dit.safetensors"), dit(32), ditWeights(), DType.F32, Map.of());
  }

  /** Writes the same transformer with another card, as if it had been trained on. */
  void retrainDit() throws IOException {
    ModelFiles.save(
        folder.resolve("dit.safetensors"), DIT, ditWeights(), DType.F32, Map.of("steps", "2"));
  }

  private static Weights random(List<WeightSpec> specs) {
    Map<String, TensorData> out = new LinkedHashMap<>();
    RandomWeights values = new RandomWeights();
    specs.forEach(s -> out.put(s.name(), TensorData.of(s.shape(), values.apply(s))));
    return Weights.of(out);
  }

  /** The graph of a game, as the default preset has it. */
  static Graph graph() {
    return Graph.of(
        List.of(
            node("keyboard", "input.keyboard", Map.of()),
            node("action_map", "input.action_map", Map.of()),
            node("scene", "scene", Map.of("scene", "start", "width", 16L, "height", 16L)),
            node("autoencoder", "autoencoder", Map.of("weights", "autoencoder.safetensors")),
            node("encode", "encode", Map.of()),
            node("history", "history", Map.of()),
            node("dit", "dit", Map.of("weights", "dit.safetensors")),
            node("schedule", "schedule", Map.of()),
            node("context", "context", Map.of("window", 4L)),
            node("sampler", "sampler.euler_flow", Map.of("steps", 2L)),
            node("decode", "decode", Map.of()),
            node("viewport", "viewport", Map.of())),
        List.of(
            wire("keyboard.controls", "action_map.controls"),
            wire("action_map.action", "history.action"),
            wire("action_map.action", "sampler.action"),
            wire("scene.image", "encode.image"),
            wire("autoencoder.autoencoder", "encode.autoencoder"),
            wire("encode.latent", "history.start"),
            wire("history.history", "sampler.history"),
            wire("dit.denoiser", "sampler.denoiser"),
            wire("schedule.schedule", "sampler.schedule"),
            wire("context.context", "sampler.context"),
            wire("sampler.latent", "history.frame"),
            wire("sampler.latent", "decode.latent"),
            wire("autoencoder.autoencoder", "decode.autoencoder"),
            wire("decode.image", "viewport.image")));
  }

  /** Writes a preset with a graph beside the models. */
  String preset(Graph graph) {
    Path file = folder.resolve("game" + PresetFile.EXTENSION);
    Preset.Scene scene = new Preset.Scene("start", "start.png", Optional.empty(), Map.of());
    PresetFile.write(file, new Preset("Tiny", "", graph, List.of(), List.of(scene), Map.of()));
    return file.toString();
  }

  private static Node node(String id, String type, Map<String, Object> params) {
    return new Node(id, "dreamwire:" + type, 1, params, 0, 0);
  }

  static Wire wire(String from, String to) {
    return new Wire(ref(from), ref(to));
  }

  private static PortRef ref(String text) {
    String[] parts = text.split("\\.");
    return new PortRef(parts[0], parts[1]);
  }
}
