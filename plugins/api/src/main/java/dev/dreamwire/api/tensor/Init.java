package dev.dreamwire.api.tensor;

/** How a weight starts before it is trained. */
public sealed interface Init {
  /** All elements the same. */
  record Constant(float value) implements Init {}

  /** Gaussian with mean 0. */
  record Normal(float std) implements Init {}

  /**
   * Uniform in ±√(6 / (fan in + fan out)) for a matrix {@code [out, in]} (Glorot &amp; Bengio
   * 2010).
   */
  record XavierUniform() implements Init {}

  Init ZEROS = new Constant(0);
  Init ONES = new Constant(1);
  Init XAVIER = new XavierUniform();

  static Init normal(float std) {
    return new Normal(std);
  }
}
