package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Subgraphs;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.text.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Presets as files: one JSON object in UTF-8 with a {@code format} number, readable in any
 * language. Stateless; safe on every thread.
 *
 * <p>Every format that was ever written stays readable: a file is brought forward format by format.
 * What this program does not know (fields, node types) is kept and written back.
 */
public final class PresetFile {
  /** What a preset's name ends with. */
  public static final String EXTENSION = ".dreamwire.json";

  /** The format that is written. */
  public static final int FORMAT = 1;

  static final String TEXTS = "dev.dreamwire.runtime.preset.messages";
  private static final long MAX_BYTES = 50L << 20;

  /** Brings a file forward: the entry at index n − 1 turns format n into format n + 1. */
  private static final List<UnaryOperator<LocatedJson>> MIGRATIONS = List.of();

  private PresetFile() {}

  /**
   * Reads a file, or the preset that {@linkplain PresetPicture travels in a picture}.
   *
   * @throws PresetException if it is not there, too large, or not a preset
   */
  public static Preset read(Path file) {
    Texts texts = Texts.display(TEXTS);
    try {
      if (!Files.exists(file)) {
        throw new PresetException(file + ": " + texts.get("file.missing"), null);
      }
      if (!Files.isRegularFile(file)) {
        throw new PresetException(file + ": " + texts.get("file.notAFile"), null);
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new PresetException(
            file + ": " + texts.get("file.tooLarge", Files.size(file) >> 20, MAX_BYTES >> 20),
            null);
      }
      byte[] bytes = Files.readAllBytes(file);
      return parse(
          file.toString(),
          PresetPicture.isPicture(bytes)
              ? PresetPicture.text(file.toString(), bytes, (int) MAX_BYTES)
              : bytes);
    } catch (IOException e) {
      throw new PresetException(file + ": " + texts.get("file.unreadable", reason(e, texts)), e);
    }
  }

  /**
   * Reads a preset's text.
   *
   * @param name of where it comes from, for people
   * @throws PresetException if it is not a preset
   */
  public static Preset parse(String name, byte[] json) {
    LocatedJson root = LocatedJson.parse(name, json, Texts.display(TEXTS));
    int format = root.require("format").integer();
    if (format > FORMAT) {
      throw root.require("format").complaint("file.newerFormat", format, FORMAT);
    }
    if (format < 1) {
      throw root.require("format").complaint("file.badFormat", format);
    }
    for (UnaryOperator<LocatedJson> migration : MIGRATIONS.subList(format - 1, MIGRATIONS.size())) {
      root = migration.apply(root);
    }
    return preset(root);
  }

  /** The text of a preset, ending in a line feed; equal presets have equal texts. */
  public static byte[] format(Preset preset) {
    return PresetJson.write(preset);
  }

  /**
   * Writes a file whole or not at all; what was there before is kept beside it as {@code .bak}.
   *
   * @throws PresetException if it cannot be written; the old file is then as it was
   */
  public static void write(Path file, Preset preset) {
    Texts texts = Texts.display(TEXTS);
    try {
      AtomicFile.writeKeepingBackup(file, format(preset));
    } catch (IOException e) {
      throw new PresetException(file + ": " + texts.get("file.unwritable", reason(e, texts)), e);
    }
  }

  static String reason(IOException e, Texts texts) {
    return switch (e) {
      case AccessDeniedException denied -> texts.get("file.denied");
      case NoSuchFileException missing -> texts.get("file.noFolder");
      case FileSystemException known when known.getReason() != null -> known.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static Preset preset(LocatedJson root) {
    Graph graph =
        GraphFields.read(root)
            .withSubgraphs(root.field("subgraphs").map(SubgraphFields::read).orElse(Subgraphs.NONE))
            .withSettings(root.field("settings").map(SettingFields::read).orElse(List.of()));
    return new Preset(
        root.require("name").text(),
        root.field("description").map(LocatedJson::text).orElse(""),
        graph,
        root.field("models").map(PresetFile::models).orElse(List.of()),
        root.field("scenes").map(PresetFile::scenes).orElse(List.of()),
        root.fieldsBut(
            "format",
            "name",
            "description",
            "nodes",
            "wires",
            "annotations",
            "subgraphs",
            "models",
            "scenes",
            "settings"));
  }

  private static List<Preset.Model> models(LocatedJson items) {
    return items.items().stream()
        .map(
            item ->
                new Preset.Model(
                    item.require("name").text(),
                    item.field("file").map(LocatedJson::text).orElse(""),
                    item.field("sha256").map(LocatedJson::text).orElse("")))
        .toList();
  }

  private static List<Preset.Scene> scenes(LocatedJson items) {
    return items.items().stream()
        .map(
            item ->
                new Preset.Scene(
                    item.require("name").text(),
                    item.require("image").text(),
                    item.field("pose").map(PresetFile::pose),
                    texts(item.field("titles"))))
        .toList();
  }

  private static Pose pose(LocatedJson at) {
    return new Pose(
        at.require("x").number(),
        at.require("y").number(),
        at.require("z").number(),
        at.require("yaw").number(),
        at.require("pitch").number());
  }

  static Map<String, String> texts(Optional<LocatedJson> object) {
    Map<String, String> out = new LinkedHashMap<>();
    object.ifPresent(o -> o.fields().forEach((name, value) -> out.put(name, value.text())));
    return out;
  }
}
