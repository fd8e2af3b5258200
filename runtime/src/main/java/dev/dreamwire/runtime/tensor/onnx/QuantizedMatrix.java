package dev.dreamwire.runtime.tensor.onnx;

/**
 * A linear layer's weight in 8 bits: {@code w[o][i] ≈ values[i][o] · scales[o]}, symmetric, one
 * scale an output.
 *
 * @param values {@code [in, out]}, row-major
 * @param scales {@code [out]}
 */
record QuantizedMatrix(byte[] values, float[] scales) {
  private static final int LARGEST = 127;

  /** Rounds a weight {@code [out, in]} to the nearest of 255 levels an output. */
  static QuantizedMatrix of(float[] weight, int out, int in) {
    byte[] values = new byte[weight.length];
    float[] scales = new float[out];
    for (int o = 0; o < out; o++) {
      float peak = 0;
      for (int i = 0; i < in; i++) {
        peak = Math.max(peak, Math.abs(weight[o * in + i]));
      }
      float scale = peak == 0 ? 1 : peak / LARGEST;
      scales[o] = scale;
      for (int i = 0; i < in; i++) {
        values[i * out + o] = (byte) Math.rint(weight[o * in + i] / scale);
      }
    }
    return new QuantizedMatrix(values, scales);
  }
}
