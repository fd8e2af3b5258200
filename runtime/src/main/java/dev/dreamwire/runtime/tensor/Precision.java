package dev.dreamwire.runtime.tensor;

/** In which numbers the weights of large layers are kept and multiplied. */
public enum Precision {
  /** 32-bit floats throughout. */
  F32,
  /** Weights kept as bfloat16 and widened when they are used; products are in 32 bits. */
  BF16,
  /** Weights kept as IEEE half floats and widened when they are used; products are in 32 bits. */
  F16,
  /** 8-bit weights, and activations quantised as they come; everything else stays f32. */
  INT8
}
