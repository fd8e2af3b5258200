package dev.dreamwire.runtime.oasis;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.runtime.preset.Preset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The preset that plays an imported Oasis as the reference samples it. Stateless. */
public final class OasisPreset {
  private static final long STEPS = 10;
  private static final double STABILISATION = 14;

  /** What is wired in every start. */
  private static final List<Wire> WIRES =
      List.of(
          wire("keyboard.controls", "action_map.controls"),
          wire("autoencoder.autoencoder", "encode.autoencoder"),
          wire("encode.latent", "history.start"),
          wire("history.history", "sampler.history"),
          wire("dit.denoiser", "sampler.denoiser"),
          wire("schedule.schedule", "sampler.schedule"),
          wire("context.context", "sampler.context"),
          wire("autoencoder.autoencoder", "decode.autoencoder"),
          wire("decode.image", "viewport.image"));

  private OasisPreset() {}

  /**
   * A video that the dream goes on from.
   *
   * @param file the video's, as a preset names it
   * @param offset first frame that is used
   * @param frames how many are used
   * @param actions file of the actions that were recorded with it, as a preset names it; empty for
   *     none
   */
  public record VideoPrompt(String file, long offset, long frames, String actions) {}

  /**
   * A preset beside the weight files of {@link OasisImport} that starts from a picture.
   *
   * @param scene the start picture's file, as a preset names it
   */
  public static Preset of(String name, OasisImport.Result models, String scene) {
    Preset.Scene start =
        new Preset.Scene("start", scene, Optional.empty(), Map.of("en", "Start", "zh-CN", "起点"));
    List<Node> nodes = new ArrayList<>(nodes(models));
    Map<String, Object> picture = fitted(models);
    picture.put("scene", "start");
    nodes.add(node("scene", "scene", picture, 0, 154));
    nodes.add(node("encode", "encode", Map.of(), 235, 154));
    List<Wire> wires = new ArrayList<>(WIRES);
    wires.addAll(
        List.of(
            wire("scene.image", "encode.image"),
            wire("action_map.action", "history.action"),
            wire("action_map.action", "sampler.action"),
            wire("sampler.latent", "history.frame"),
            wire("sampler.latent", "decode.latent")));
    return preset(name, nodes, wires, List.of(start));
  }

  /**
   * A preset beside the weight files of {@link OasisImport} that goes on from a video: its frames
   * are history when the first frame is dreamed, and so are the actions recorded with it, if there
   * are any. Frame {@code i} of the video was led to by the action in row {@code i − 1}, as in
   * open-oasis (generate.py and utils.py, load_prompt and load_actions).
   */
  public static Preset of(String name, OasisImport.Result models, VideoPrompt prompt) {
    List<Node> nodes = new ArrayList<>(nodes(models));
    Map<String, Object> video = fitted(models);
    video.putAll(
        Map.of("video", prompt.file(), "offset", prompt.offset(), "frames", prompt.frames()));
    nodes.add(node("scene", "scene.video", video, 0, 154));
    nodes.add(node("encode", "encode.video", Map.of(), 235, 154));
    nodes.add(node("prompt", "prompt", Map.of(), 705, 510));
    List<Wire> wires = new ArrayList<>(WIRES);
    wires.addAll(
        List.of(
            wire("scene.video", "encode.video"),
            wire("encode.clip", "prompt.start"),
            wire("prompt.clip", "prompt.kept"),
            wire("sampler.latent", "prompt.frame"),
            wire("prompt.latent", "history.frame"),
            wire("prompt.latent", "decode.latent")));
    String acting = "action_map.action";
    // A prompt of one frame was led to by no action.
    if (!prompt.actions().isEmpty() && prompt.frames() > 1) {
      Map<String, Object> script =
          Map.of(
              "file", prompt.actions(), "offset", prompt.offset(), "frames", prompt.frames() - 1);
      nodes.add(node("actions", "input.action_script", script, 0, 510));
      wires.add(wire(acting, "actions.after"));
      acting = "actions.action";
    }
    wires.add(wire(acting, "history.action"));
    wires.add(wire(acting, "sampler.action"));
    return preset(name, nodes, wires, List.of());
  }

  private static Preset preset(
      String name, List<Node> nodes, List<Wire> wires, List<Preset.Scene> scenes) {
    return new Preset(
        name,
        "Oasis by Decart and Etched, imported from its released weights.",
        Graph.of(nodes, wires),
        List.of(
            new Preset.Model("DiT", OasisImport.DIT_FILE, ""),
            new Preset.Model("Autoencoder", OasisImport.VAE_FILE, "")),
        scenes,
        Map.of());
  }

  private static Map<String, Object> fitted(OasisImport.Result models) {
    return new HashMap<>(
        Map.of(
            "width",
            (long) models.vae().width(),
            "height",
            (long) models.vae().height(),
            "fit",
            "stretch"));
  }

  private static List<Node> nodes(OasisImport.Result models) {
    return List.of(
        node("keyboard", "input.keyboard", Map.of(), 0, 400),
        node("action_map", "input.action_map", Map.of(), 235, 290),
        node("autoencoder", "autoencoder", Map.of("weights", OasisImport.VAE_FILE), 0, 0),
        node("history", "history", Map.of(), 470, 230),
        node("dit", "dit", Map.of("weights", OasisImport.DIT_FILE), 235, 510),
        node("schedule", "schedule", Map.of("kind", "sigmoid"), 235, 664),
        node(
            "context",
            "context",
            Map.of(
                "window",
                (long) models.dit().window(),
                "stabilisation",
                STABILISATION,
                "noised",
                false),
            235,
            788),
        node("sampler", "sampler.ddim", Map.of("steps", STEPS), 470, 510),
        node("decode", "decode", Map.of(), 705, 0),
        node("viewport", "viewport", Map.of(), 940, 0));
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
