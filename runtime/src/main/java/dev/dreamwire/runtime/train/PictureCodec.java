package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.Map;

/** An autoencoder's two directions for many pictures. Used by one thread; holds native memory. */
public final class PictureCodec implements AutoCloseable {
  private final int batch;
  private final int pixels;
  private final int values;
  private final Executable encoder;
  private final Executable decoder;

  /**
   * Compiles both directions.
   *
   * @param weights under the names that the autoencoder asks for
   * @param batch pictures that are computed at once, also where fewer are asked for
   */
  public PictureCodec(
      VitAutoencoder autoencoder,
      Weights weights,
      int batch,
      Backend backend,
      CompileOptions options) {
    this.batch = batch;
    Shape image = autoencoder.config().imageShape().prepend(batch);
    Shape latent = autoencoder.config().latentShape().prepend(batch);
    this.pixels = (int) autoencoder.config().imageShape().count();
    this.values = (int) autoencoder.config().latentShape().count();
    TensorFunction encode =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            return Map.of("out", autoencoder.encode(ops, in.get("in")));
          }
        };
    TensorFunction decode =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            return Map.of("out", autoencoder.decode(ops, in.get("in")));
          }
        };
    this.encoder =
        backend.compile(new Program("encode", Map.of("in", image), encode, weights), options);
    this.decoder =
        backend.compile(new Program("decode", Map.of("in", latent), decode, weights), options);
  }

  /**
   * Pictures to latents.
   *
   * @param pictures {@code [N,3,H,W]} in −1..1
   * @return {@code [N,C,h,w]}
   */
  public float[] encode(float[] pictures) {
    return run(encoder, pictures, pixels, values);
  }

  /**
   * Latents to pictures.
   *
   * @param latents {@code [N,C,h,w]}
   * @return {@code [N,3,H,W]}, held to −1..1
   */
  public float[] decode(float[] latents) {
    float[] out = run(decoder, latents, values, pixels);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.clamp(out[i], -1, 1);
    }
    return out;
  }

  private float[] run(Executable program, float[] in, int inSize, int outSize) {
    int count = in.length / inSize;
    float[] out = new float[count * outSize];
    for (int from = 0; from < count; from += batch) {
      int n = Math.min(batch, count - from);
      program.input("in").put(0, in, from * inSize, n * inSize);
      program.run();
      program.output("out").get(0, out, from * outSize, n * outSize);
    }
    return out;
  }

  @Override
  public void close() {
    encoder.close();
    decoder.close();
  }
}
