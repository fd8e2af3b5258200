package dev.dreamwire.runtime.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A recipe's JSON, before it is known to be one.
 *
 * @param source that messages name
 * @param text as it was read
 */
record RecipeText(String source, String text) {
  private static final String SHIPPED = "dreamwire/presets/recipes/";
  private static final String ENDING = ".recipe.json";

  /** Finds one that ships, or a file; fails as {@link Recipe#open}. */
  static RecipeText open(String name) {
    String resource = SHIPPED + name + ENDING;
    try (InputStream in = RecipeText.class.getClassLoader().getResourceAsStream(resource)) {
      if (in != null) {
        return new RecipeText(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
      if (!Files.exists(Path.of(name))) {
        throw TrainingException.of(null, "error.noRecipe", name);
      }
      return read(Path.of(name));
    } catch (IOException | InvalidPathException e) {
      throw TrainingException.of(e, "error.unreadable", name, e.getMessage());
    }
  }

  /** Reads a file; fails as {@link Recipe#read}. */
  static RecipeText read(Path file) {
    try {
      return new RecipeText(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw TrainingException.of(e, "error.unreadable", file, e.getMessage());
    }
  }

  /** Whether it has a part of a name at its top. */
  boolean has(String part) {
    try {
      return mapper().readTree(text).has(part);
    } catch (JsonProcessingException e) {
      throw notARecipe(e);
    }
  }

  /** The recipe that it is. */
  <R> R as(Class<R> kind) {
    try {
      return mapper().readerFor(kind).readValue(text);
    } catch (JsonProcessingException e) {
      throw notARecipe(e);
    }
  }

  private TrainingException notARecipe(JsonProcessingException e) {
    String where = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    // Behind the semicolon the library speaks of its own settings.
    String what = e.getOriginalMessage().replaceFirst(";.*", "");
    return TrainingException.of(e, "error.notARecipe", source + where, what);
  }

  /** A recipe as text. */
  static String of(Object recipe) {
    try {
      return mapper().writerWithDefaultPrettyPrinter().writeValueAsString(recipe);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fails with the field's name if its value is not sound. */
  void require(String field, double is, boolean sound, String needed) {
    if (!sound) {
      throw TrainingException.of(null, "error.outOfRange", source, field, needed, is);
    }
  }

  /** As {@link #require}, for a share. */
  void requireShare(String field, double value) {
    require(field, value, value >= 0 && value <= 1, "0 to 1");
  }

  /** As {@link #require}, for a count of 1 or more. */
  void requireCount(String field, int value) {
    require(field, value, value > 0, "1 or more");
  }

  /** As {@link #require}, for what changes the weights of a part. */
  void requireSound(String part, Recipe.Optimiser optimiser) {
    double rate = optimiser.learningRate();
    require(part + ".optimiser.learningRate", rate, rate > 0, "more than 0");
    double norm = optimiser.clipNorm();
    require(part + ".optimiser.clipNorm", norm, norm > 0, "more than 0");
    requireShare(part + ".optimiser.emaDecay", optimiser.emaDecay());
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .build();
  }
}
