package dev.dreamwire.runtime.tensor.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a header's JSON and trusts nothing in it. */
final class HeaderParser {
  /** A header's content, in the file's order. */
  record Header(List<StoredTensor> tensors, Map<String, String> metadata) {}

  static final String METADATA = "__metadata__";

  /** Bytes before the JSON: its length. */
  static final int JSON_AT = Long.BYTES;

  private static final int MAX_NESTING = 8;
  private static final int MAX_AXES = 16;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
          .build();

  private final Path file;
  private final JsonParser parser;
  private final List<StoredTensor> tensors = new ArrayList<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  private HeaderParser(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a header.
   *
   * @param file for messages
   * @param json the bytes after the length
   * @throws SafetensorsException if it is not a sound header by itself; whether its offsets fit the
   *     file is not looked at
   */
  static Header parse(Path file, byte[] json) throws IOException {
    for (int i = 0; i < json.length; i++) {
      // Jackson would take zeros for UTF-16, which the format does not know.
      if (json[i] == 0) {
        throw new SafetensorsException(
            file, JSON_AT + i, "the header holds a zero byte; it must be JSON text");
      }
    }
    try (JsonParser parser = JSON.createParser(json)) {
      HeaderParser reader = new HeaderParser(file, parser);
      reader.header();
      return new Header(List.copyOf(reader.tensors), reader.metadata);
    } catch (SafetensorsException e) {
      throw e;
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
      throw new SafetensorsException(
          file, JSON_AT + at, "the header is no sound JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new SafetensorsException(
          file, JSON_AT, "the header is no sound JSON: " + e.getMessage());
    }
  }

  private void header() throws IOException {
    expect(parser.nextToken(), JsonToken.START_OBJECT, "an object at the start of the header");
    while (next() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      long at = here();
      if (name.equals(METADATA)) {
        metadata();
      } else {
        tensors.add(tensor(name, at));
      }
    }
    if (parser.nextToken() != null) {
      throw problem(here(), "the header goes on after its closing brace");
    }
  }

  private void metadata() throws IOException {
    expect(next(), JsonToken.START_OBJECT, "an object for " + METADATA);
    while (next() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      expect(next(), JsonToken.VALUE_STRING, "a text for " + METADATA + "." + key);
      metadata.put(key, parser.getText());
    }
  }

  private StoredTensor tensor(String name, long at) throws IOException {
    expect(next(), JsonToken.START_OBJECT, "an object for tensor " + name);
    DType type = null;
    Shape shape = null;
    long[] offsets = null;
    while (next() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      JsonToken value = next();
      switch (field) {
        case "dtype" -> type = type(name, value);
        case "shape" -> shape = Shape.of(numbers(value, "the shape of tensor " + name, MAX_AXES));
        case "data_offsets" -> offsets = numbers(value, "the data_offsets of tensor " + name, 2);
        default -> throw problem(here(), "tensor " + name + " has an unknown field: " + field);
      }
    }
    if (type == null || shape == null || offsets == null || offsets.length != 2) {
      throw problem(at, "tensor " + name + " needs dtype, shape and two data_offsets");
    }
    return new StoredTensor(name, type, shape, offsets[0], offsets[1], at);
  }

  private DType type(String tensor, JsonToken token) throws IOException {
    expect(token, JsonToken.VALUE_STRING, "a text for the dtype of tensor " + tensor);
    String written = parser.getText();
    for (DType type : DType.values()) {
      if (type.name().equals(written)) {
        return type;
      }
    }
    throw problem(
        here(),
        "tensor "
            + tensor
            + " is of type "
            + written
            + "; read are F32, F16, BF16, F64, I64 and U8");
  }

  private long[] numbers(JsonToken token, String what, int most) throws IOException {
    expect(token, JsonToken.START_ARRAY, "a list for " + what);
    long[] out = new long[most];
    int count = 0;
    while (next() != JsonToken.END_ARRAY) {
      expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, "whole numbers for " + what);
      if (count == most) {
        throw problem(here(), what + " has more than " + most + " numbers");
      }
      if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          || parser.getLongValue() < 0) {
        throw problem(
            here(), what + " holds " + shortened(parser.getText()) + ", which is no size");
      }
      out[count++] = parser.getLongValue();
    }
    return java.util.Arrays.copyOf(out, count);
  }

  private JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw problem(here(), "the header ends in the middle");
    }
    return token;
  }

  private void expect(JsonToken is, JsonToken needed, String what) throws IOException {
    if (is != needed) {
      throw problem(here(), "expected " + what);
    }
  }

  private long here() {
    return JSON_AT + Math.max(0, parser.currentTokenLocation().getByteOffset());
  }

  private SafetensorsException problem(long at, String problem) {
    return new SafetensorsException(file, at, problem);
  }

  private static String shortened(String text) {
    return text.length() <= 24 ? text : text.substring(0, 24) + "…";
  }
}
