package dev.dreamwire.studio.preferences;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.preset.JsonText;
import dev.dreamwire.studio.i18n.Language;
import dev.dreamwire.studio.preferences.Preferences.WindowFrame;
import dev.dreamwire.studio.theme.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preferences as a JSON file with a {@code format} number, written whole or not at all.
 *
 * <p>A file that cannot be read never keeps the program from starting: what is missing or odd has
 * its default.
 */
public final class PreferencesFile {
  private static final int FORMAT = 1;
  private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);

  private final Path file;
  private final Locale system;

  /**
   * Preferences of a folder.
   *
   * @param folder the platform's configuration folder; made when needed
   * @param system the system's language, for a person who chose none
   */
  public PreferencesFile(Path folder, Locale system) {
    this.file = folder.resolve("preferences.json");
    this.system = system;
  }

  /** Reads what was chosen, with defaults for the rest. */
  public Preferences read() {
    Preferences defaults = Preferences.defaults(system);
    if (!Files.isRegularFile(file)) {
      return defaults;
    }
    try {
      return parse(new ObjectMapper().readTree(Files.readAllBytes(file)), defaults);
    } catch (JacksonException e) {
      LOG.warn("{} is not JSON and is ignored: {}", file, e.getOriginalMessage());
      return defaults;
    } catch (IOException e) {
      LOG.warn("{} cannot be read and is ignored", file, e);
      return defaults;
    }
  }

  /**
   * Writes them.
   *
   * @throws UncheckedIOException if that fails; the old file is then as it was
   */
  public void write(Preferences preferences) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", FORMAT);
    root.put("look", preferences.look().name());
    root.put("language", preferences.language().locale().toLanguageTag());
    root.put("smooth", preferences.smooth());
    root.put("overlay", preferences.overlay());
    root.put("recent", preferences.recent().stream().map(Path::toString).toList());
    root.put("width", preferences.frame().width());
    root.put("height", preferences.frame().height());
    root.put("maximized", preferences.frame().maximized());
    root.put("keys", preferences.keys());
    root.put("favourites", preferences.favourites());
    root.put("pictures", preferences.pictures());
    root.put("scale", preferences.scale());
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.write(file, JsonText.write(root));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  private static Preferences parse(JsonNode root, Preferences defaults) {
    WindowFrame frame = defaults.frame();
    return new Preferences(
        look(root.path("look").asText(), defaults.look()),
        language(root.path("language").asText(), defaults.language()),
        root.path("smooth").asBoolean(defaults.smooth()),
        root.path("overlay").asBoolean(defaults.overlay()),
        recent(root.path("recent")),
        new WindowFrame(
            root.path("width").asDouble(frame.width()),
            root.path("height").asDouble(frame.height()),
            root.path("maximized").asBoolean(frame.maximized())),
        keys(root.path("keys")),
        texts(root.path("favourites")),
        root.path("pictures").asBoolean(defaults.pictures()),
        root.path("scale").asInt(defaults.scale()));
  }

  private static Map<String, String> keys(JsonNode node) {
    Map<String, String> keys = new LinkedHashMap<>();
    node.properties().forEach(entry -> keys.put(entry.getKey(), entry.getValue().asText()));
    return keys;
  }

  private static List<String> texts(JsonNode items) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static Look look(String name, Look otherwise) {
    for (Look look : Look.values()) {
      if (look.name().equals(name)) {
        return look;
      }
    }
    return otherwise;
  }

  private static Language language(String tag, Language otherwise) {
    for (Language language : Language.values()) {
      if (language.locale().toLanguageTag().equals(tag)) {
        return language;
      }
    }
    return otherwise;
  }

  private static List<Path> recent(JsonNode items) {
    List<Path> files = new ArrayList<>();
    for (JsonNode item : items) {
      try {
        files.add(Path.of(item.asText()));
      } catch (InvalidPathException e) {
        LOG.warn("a recent file has an odd name and is left out: {}", item, e);
      }
    }
    return files;
  }
}
