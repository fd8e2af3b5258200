package dev.dreamwire.runtime.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;

/**
 * Everything that decides what a training run gives, apart from the data. The kinds are told apart
 * by their parts.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(Recipe.class),
  @JsonSubTypes.Type(UNetRecipe.class),
  @JsonSubTypes.Type(ClipRecipe.class)
})
public sealed interface TrainingRecipe permits Recipe, SingleStageRecipe {
  /** For people. */
  String name();

  /** Of weights, batches and noise. */
  long seed();

  /** The recipe as JSON text. */
  String toJson();

  /**
   * Opens a recipe of any kind.
   *
   * @param name of one that ships, such as {@code island}, or a file's path
   * @throws TrainingException if there is neither, or it is not a recipe
   */
  static TrainingRecipe open(String name) {
    return parse(RecipeText.open(name));
  }

  /**
   * Reads a recipe of any kind.
   *
   * @throws TrainingException if it is not a recipe; the message names the file, the place and the
   *     field
   */
  static TrainingRecipe read(Path file) {
    return parse(RecipeText.read(file));
  }

  private static TrainingRecipe parse(RecipeText source) {
    if (source.has(UNetRecipe.MARK)) {
      return UNetRecipe.parse(source);
    }
    return source.has(ClipRecipe.MARK) ? ClipRecipe.parse(source) : Recipe.parse(source);
  }
}
