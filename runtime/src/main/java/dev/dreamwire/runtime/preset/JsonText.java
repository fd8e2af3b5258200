package dev.dreamwire.runtime.preset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Plain values as JSON text: fields in the order they come, two spaces of indent, line feeds,
 * UTF-8. Stateless; safe on every thread.
 */
public final class JsonText {
  private JsonText() {}

  /**
   * The text of an object, ending in a line feed.
   *
   * @param object maps, lists, strings, numbers, booleans and nulls by name
   * @throws IllegalArgumentException if it holds anything else
   */
  public static byte[] write(Map<String, ?> object) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      String json = new ObjectMapper().writer(printer).writeValueAsString(object) + "\n";
      return json.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not plain values: " + e.getOriginalMessage(), e);
    }
  }

  /** Whole numbers without a fraction: easier on the eye in a file that people read. */
  static Object compact(double value) {
    return value == Math.rint(value) ? (Object) (long) value : (Object) value;
  }

  /** Fields in the order they are written. */
  static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return out;
  }
}
