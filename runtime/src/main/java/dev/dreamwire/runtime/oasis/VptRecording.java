package dev.dreamwire.runtime.oasis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dreamwire.api.node.Vocabulary;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads recordings of contractors for Video PreTraining (Baker et al. 2022): a line of JSON a frame
 * with what the keyboard and the mouse did. The mapping is that of its {@code
 * json_action_to_env_action}.
 */
final class VptRecording {
  /** Degrees that a mouse step turns the camera. */
  private static final double CAMERA_SCALE = 360.0 / 2400;

  /** Larger turns are the recorder's mistakes. */
  private static final double MOST_TURN = 180;

  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("key.keyboard.escape", "ESC"),
          Map.entry("key.keyboard.w", "forward"),
          Map.entry("key.keyboard.s", "back"),
          Map.entry("key.keyboard.a", "left"),
          Map.entry("key.keyboard.d", "right"),
          Map.entry("key.keyboard.q", "drop"),
          Map.entry("key.keyboard.e", "inventory"),
          Map.entry("key.keyboard.f", "swapHands"),
          Map.entry("key.keyboard.space", "jump"),
          Map.entry("key.keyboard.left.shift", "sneak"),
          Map.entry("key.keyboard.left.control", "sprint"),
          Map.entry("key.keyboard.1", "hotbar.1"),
          Map.entry("key.keyboard.2", "hotbar.2"),
          Map.entry("key.keyboard.3", "hotbar.3"),
          Map.entry("key.keyboard.4", "hotbar.4"),
          Map.entry("key.keyboard.5", "hotbar.5"),
          Map.entry("key.keyboard.6", "hotbar.6"),
          Map.entry("key.keyboard.7", "hotbar.7"),
          Map.entry("key.keyboard.8", "hotbar.8"),
          Map.entry("key.keyboard.9", "hotbar.9"));

  private static final List<String> MOUSE = List.of("attack", "use", "pickItem");
  private static final int HOTBAR_SLOTS = 9;

  private final Path file;
  private final JsonMapper json = JsonMapper.builder().build();
  private boolean attackStuck;
  private int hotbar;

  private VptRecording(Path file) {
    this.file = file;
  }

  static List<float[]> read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is no text", e);
    }
    VptRecording reader = new VptRecording(file);
    List<float[]> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        out.add(reader.frame(i + 1, lines.get(i), out.isEmpty()));
      }
    }
    if (out.isEmpty()) {
      throw new IOException(file + " holds no frames");
    }
    return out;
  }

  private float[] frame(int line, String text, boolean first) throws IOException {
    JsonNode step;
    try {
      step = json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + ", line " + line + ": no sound JSON: " + e.getOriginalMessage(), e);
    }
    JsonNode mouse = step.path("mouse");
    if (!step.path("keyboard").path("keys").isArray() || !mouse.path("dx").isNumber()) {
      throw new IOException(
          file + ", line " + line + ": has no keyboard.keys and mouse.dx, as VPT records them");
    }
    float[] out = new float[OasisActions.COLUMNS];
    for (JsonNode key : step.path("keyboard").path("keys")) {
      String name = KEYS.get(key.asText());
      if (name != null) {
        out[Vocabulary.OASIS.column(name)] = 1;
      }
    }
    buttons(mouse, first, out);
    hotbar(step, first, out);
    out[Vocabulary.OASIS.column("cameraX")] = turn(mouse.path("dy").asDouble());
    out[Vocabulary.OASIS.column("cameraY")] = turn(mouse.path("dx").asDouble());
    return out;
  }

  /** The recorder sometimes believed the attack button held from the start until it was pressed. */
  private void buttons(JsonNode mouse, boolean first, float[] out) {
    JsonNode fresh = mouse.path("newButtons");
    boolean attackIsNew = false;
    for (JsonNode button : fresh) {
      attackIsNew |= button.asInt(-1) == 0;
    }
    if (first) {
      attackStuck = attackIsNew && fresh.size() == 1;
    } else if (attackIsNew) {
      attackStuck = false;
    }
    for (JsonNode button : mouse.path("buttons")) {
      int index = button.asInt(-1);
      boolean held = index != 0 || !attackStuck;
      if (index >= 0 && index < MOUSE.size() && held) {
        out[Vocabulary.OASIS.column(MOUSE.get(index))] = 1;
      }
    }
  }

  /** The wheel changes the slot without a key. */
  private void hotbar(JsonNode step, boolean first, float[] out) {
    int slot = step.path("hotbar").asInt(hotbar);
    if (!first && slot != hotbar && slot >= 0 && slot < HOTBAR_SLOTS) {
      out[Vocabulary.OASIS.column("hotbar." + (slot + 1))] = 1;
    }
    hotbar = slot;
  }

  private static float turn(double steps) {
    double degrees = steps * CAMERA_SCALE;
    return Math.abs(degrees) > MOST_TURN ? 0 : OasisActions.camera(OasisActions.bucket(degrees));
  }
}
