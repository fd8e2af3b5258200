package dev.dreamwire.api.tensor;

import java.util.Objects;

/**
 * A learned tensor of a model.
 *
 * @param name dotted path inside the model, as in its weight file
 * @param shape its shape; matrices of linear layers are {@code [out, in]}
 * @param init how it starts before training
 */
public record WeightSpec(String name, Shape shape, Init init) {
  public WeightSpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(shape);
    Objects.requireNonNull(init);
  }
}
