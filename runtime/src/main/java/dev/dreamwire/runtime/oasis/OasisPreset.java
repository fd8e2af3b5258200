package dev.dreamwire.runtime.oasis;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.preset.Preset;
import java.util.List;
import java.util.Map;

/** The preset that plays an imported Oasis as the reference samples it. Stateless. */
public final class OasisPreset {
  private static final long STEPS = 10;
  private static final double STABILISATION = 14;

  private OasisPreset() {}

  /**
   * A preset beside the weight files of {@link OasisImport}.
   *
   * @param scene the start picture's file, as a preset names it
   */
  public static Preset of(String name, OasisImport.Result models, String scene) {
    Preset.Scene start = new Preset.Scene("start", scene, Map.of("en", "Start", "zh-CN", "起点"));
    return new Preset(
        name,
        "Oasis by Decart and Etched, imported from its released weights.",
        graph(models),
        List.of(
            new Preset.Model("DiT", OasisImport.DIT_FILE, ""),
            new Preset.Model("Autoencoder", OasisImport.VAE_FILE, "")),
        List.of(start),
        Map.of());
  }

  private static Graph graph(OasisImport.Result models) {
    DitConfig dit = models.dit();
    return Graph.of(
        List.of(
            node("keyboard", "input.keyboard", Map.of(), 0, 0),
            node("action_map", "input.action_map", Map.of(), 240, 0),
            node(
                "scene",
                "scene",
                Map.of(
                    "scene",
                    "start",
                    "width",
                    (long) models.vae().width(),
                    "height",
                    (long) models.vae().height(),
                    "fit",
                    "stretch"),
                0,
                260),
            node("autoencoder", "autoencoder", Map.of("weights", OasisImport.VAE_FILE), 0, 520),
            node("encode", "encode", Map.of(), 240, 420),
            node("history", "history", Map.of(), 480, 300),
            node("dit", "dit", Map.of("weights", OasisImport.DIT_FILE), 480, 0),
            node("schedule", "schedule", Map.of("kind", "sigmoid"), 480, 130),
            node(
                "context",
                "context",
                Map.of(
                    "window", (long) dit.window(), "stabilisation", STABILISATION, "noised", false),
                480,
                480),
            node("sampler", "sampler.ddim", Map.of("steps", STEPS), 720, 130),
            node("decode", "decode", Map.of(), 960, 300),
            node("viewport", "viewport", Map.of(), 960, 130)),
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

  private static Node node(String id, String type, Map<String, Object> params, double x, double y) {
    return new Node(id, "dreamwire:" + type, 1, params, x, y);
  }

  private static Wire wire(String from, String to) {
    return new Wire(ref(from), ref(to));
  }

  private static PortRef ref(String text) {
    int dot = text.indexOf('.');
    return new PortRef(text.substring(0, dot), text.substring(dot + 1));
  }
}
