package dev.dreamwire.runtime.preset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.dreamwire.runtime.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON value that knows where it stands in its file, so that every complaint can say so.
 * Immutable.
 *
 * <p>Numbers that are not finite ({@code NaN}) are read, so that the graph's check can name the
 * parameter they are in.
 */
final class LocatedJson {
  /** Deeper files are refused: no preset is, and a hostile one could exhaust the stack. */
  private static final int MAX_DEPTH = 64;

  private static final int MAX_TEXT = 20_000_000;

  private final Source source;
  private final String path;
  private final JsonLocation at;

  /** Map of LocatedJson, list of LocatedJson, String, Long, Double, Boolean, or null. */
  private final Object value;

  /** A file's name and the language to complain in. */
  private record Source(String name, Texts texts) {}

  private LocatedJson(Source source, String path, JsonLocation at, Object value) {
    this.source = source;
    this.path = path;
    this.at = at;
    this.value = value;
  }

  /**
   * Reads one JSON value.
   *
   * @param name of the file, for people
   * @throws PresetException if the text is not one JSON value
   */
  static LocatedJson parse(String name, byte[] json, Texts texts) {
    Source source = new Source(name, texts);
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();
    try (JsonParser parser = factory.createParser(json)) {
      parser.nextToken();
      LocatedJson root = read(source, "", parser);
      if (parser.nextToken() != null) {
        throw root.complaint(parser.currentTokenLocation(), "file.trailing");
      }
      return root;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
      throw new PresetException(
          where(name, at)
              + texts.get("file.syntax", e.getOriginalMessage().lines().findFirst().orElse("")),
          e);
    } catch (IOException e) {
      throw new PresetException(name + ": " + texts.get("file.unreadable", e.getMessage()), e);
    }
  }

  private static LocatedJson read(Source source, String path, JsonParser parser)
      throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new LocatedJson(source, path, at, null).complaint(at, "file.empty");
    }
    Object value =
        switch (token) {
          case START_OBJECT -> readObject(source, path, parser);
          case START_ARRAY -> readArray(source, path, parser);
          case VALUE_STRING -> parser.getText();
          case VALUE_NUMBER_INT -> {
            JsonParser.NumberType type = parser.getNumberType();
            yield type == JsonParser.NumberType.BIG_INTEGER
                ? (Object) parser.getDoubleValue()
                : (Object) parser.getLongValue();
          }
          case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          default -> null;
        };
    return new LocatedJson(source, path, at, value);
  }

  private static Object readObject(Source source, String path, JsonParser parser)
      throws IOException {
    Map<String, LocatedJson> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, read(source, path.isEmpty() ? name : path + "." + name, parser));
    }
    return fields;
  }

  private static Object readArray(Source source, String path, JsonParser parser)
      throws IOException {
    List<LocatedJson> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(source, path + "[" + items.size() + "]", parser));
    }
    return items;
  }

  /** The fields of an object. */
  @SuppressWarnings("unchecked")
  Map<String, LocatedJson> fields() {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, LocatedJson>) map;
    }
    throw complaint("file.mustBeObject", shown());
  }

  /** The items of an array. */
  @SuppressWarnings("unchecked")
  List<LocatedJson> items() {
    if (value instanceof List<?> list) {
      return (List<LocatedJson>) list;
    }
    throw complaint("file.mustBeArray", shown());
  }

  String text() {
    if (value instanceof String s) {
      return s;
    }
    throw complaint("file.mustBeText", shown());
  }

  int integer() {
    if (value instanceof Long n && n >= 0 && n <= Integer.MAX_VALUE) {
      return n.intValue();
    }
    throw complaint("file.mustBeInteger", shown());
  }

  double number() {
    if (value instanceof Number n && Double.isFinite(n.doubleValue())) {
      return n.doubleValue();
    }
    throw complaint("file.mustBeNumber", shown());
  }

  /** A field that must be there. */
  LocatedJson require(String field) {
    return field(field).orElseThrow(() -> complaint("file.missingField", field));
  }

  /** A field that may be there. */
  Optional<LocatedJson> field(String field) {
    return Optional.ofNullable(fields().get(field));
  }

  /** Fields other than those, as plain values. */
  Map<String, Object> fieldsBut(String... known) {
    Set<String> names = new LinkedHashSet<>(fields().keySet());
    names.removeAll(Set.of(known));
    Map<String, Object> out = new LinkedHashMap<>();
    names.forEach(name -> out.put(name, fields().get(name).plain()));
    return out;
  }

  /**
   * The value without places: maps, lists, strings, {@link Long}, {@link Double}, booleans, null.
   */
  Object plain() {
    return switch (value) {
      case Map<?, ?> map -> fieldsBut();
      case List<?> list -> {
        List<Object> out = new ArrayList<>();
        items().forEach(item -> out.add(item.plain()));
        yield out;
      }
      case null, default -> value;
    };
  }

  /** An error at this value. */
  PresetException complaint(String key, Object... args) {
    return complaint(at, key, args);
  }

  private PresetException complaint(JsonLocation place, String key, Object... args) {
    String field = path.isEmpty() ? "" : path + ": ";
    return new PresetException(
        where(source.name(), place) + field + source.texts().get(key, args), null);
  }

  private static String where(String name, JsonLocation place) {
    return place.getLineNr() < 1
        ? name + ": "
        : name + ":" + place.getLineNr() + ":" + Math.max(1, place.getColumnNr()) + ": ";
  }

  private String shown() {
    return switch (value) {
      case Map<?, ?> map -> "{…}";
      case List<?> list -> "[…]";
      case String s -> '"' + s + '"';
      case null, default -> String.valueOf(value);
    };
  }
}
