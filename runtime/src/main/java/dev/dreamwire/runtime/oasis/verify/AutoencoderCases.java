package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.Patches;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.TensorFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Both halves of the autoencoder: {@code vae.safetensors}. */
final class AutoencoderCases {
  private static final List<String> ENCODED =
      List.of(
          "in.x",
          "mean",
          "logvar",
          "std",
          "sample",
          "scaled_latent_chw",
          "decoded",
          "patchify",
          "unpatchify_of_patchify");

  private AutoencoderCases() {}

  static List<Case> of(GoldenFile file, GoldenSet set) {
    VitAutoencoder vae = GoldenSet.vae(file.config());
    return List.of(encoder(file, set, vae), decoder(file, set, vae));
  }

  /** Whether an inner value belongs to the decoder. */
  private static boolean decodes(String tensor) {
    return tensor.startsWith("act.decoder.")
        || List.of("act.post_quant_conv", "act.dec_norm", "act.predictor").contains(tensor);
  }

  private static Case encoder(GoldenFile file, GoldenSet set, VitAutoencoder vae) {
    List<String> inner =
        file.names().stream().filter(n -> n.startsWith("act.") && !decodes(n)).toList();
    Case.Builder builder =
        Case.of("vae encoder", set.vaeWeights())
            .in("bytes", file.get("in.image_u8"))
            .in("eps", file.get("in.eps"))
            .wants(file, "decoded_rgb_u8", Limit.ONE_LEVEL);
    ENCODED.forEach(n -> builder.wants(file, n, Limit.MODEL));
    inner.forEach(n -> builder.wants(file, n, Limit.MODEL));
    return builder.body(
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            AutoencoderConfig config = vae.config();
            Observed<T> seen = new Observed<>(ops);
            Map<String, T> out = new LinkedHashMap<>();
            T x = Rgb.picture(ops, in.get("bytes"));
            T latent = vae.encode(seen, x);
            T moments = seen.layer("quant_conv").out();
            inner.forEach(n -> out.put("vae." + n, inner(seen, n.substring(4), 0)));
            T mean = ops.slice(moments, -1, 0, config.channels());
            T logvar =
                ops.clamp(
                    ops.slice(moments, -1, config.channels(), 2L * config.channels()), -30, 20);
            T std = ops.exp(ops.mul(logvar, 0.5f));
            T patches = seen.layer("patch_embed.proj").in();
            T decoded = vae.decode(ops, latent);
            out.put("vae.in.x", x);
            out.put("vae.mean", mean);
            out.put("vae.logvar", logvar);
            out.put("vae.std", std);
            out.put("vae.sample", ops.add(mean, ops.mul(std, in.get("eps"))));
            out.put("vae.scaled_latent_chw", latent);
            out.put("vae.decoded", decoded);
            out.put("vae.decoded_rgb_u8", Rgb.bytes(ops, decoded));
            out.put("vae.patchify", patches);
            out.put(
                "vae.unpatchify_of_patchify",
                Patches.join(ops, patches, 3, config.rows(), config.columns(), config.patch()));
            return out;
          }
        });
  }

  private static Case decoder(GoldenFile file, GoldenSet set, VitAutoencoder vae) {
    List<String> inner = file.names().stream().filter(AutoencoderCases::decodes).toList();
    Case.Builder builder =
        Case.of("vae decoder", set.vaeWeights())
            .in("z", file.get("in.z"))
            .wants(file, "decoded_z", Limit.MODEL);
    inner.forEach(n -> builder.wants(file, n, Limit.MODEL));
    return builder.body(
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            Observed<T> seen = new Observed<>(ops);
            Map<String, T> out = new LinkedHashMap<>();
            out.put("vae.decoded_z", vae.decodeRaw(seen, latent(ops, in.get("z"), vae)));
            inner.forEach(n -> out.put("vae." + n, inner(seen, n.substring(4), 0)));
            return out;
          }
        });
  }

  /** Tokens {@code [N,h·w,C]} as a latent {@code [N,C,h,w]}. */
  static <T> T latent(Ops<T> ops, T tokens, VitAutoencoder vae) {
    Shape one = vae.config().latentShape();
    return ops.reshape(ops.transpose(tokens, 0, 2, 1), one.prepend(ops.shape(tokens).dim(0)));
  }

  /**
   * An inner value by the reference's name for the module that gives it.
   *
   * @param firstNorm how many normalisations ran before those of this half
   */
  static <T> T inner(Observed<T> seen, String module, int firstNorm) {
    return switch (module) {
      case "patch_embed" -> seen.layer("patch_embed.proj").out();
      case "enc_norm" -> seen.layer("quant_conv").in();
      case "dec_norm" -> seen.layer("predictor").in();
      case "moments" -> seen.layer("quant_conv").out();
      default -> block(seen, module, firstNorm);
    };
  }

  private static <T> T block(Observed<T> seen, String module, int firstNorm) {
    String[] parts = module.split("\\.", 3);
    if (parts.length < 2) {
      return seen.layer(module).out();
    }
    if (parts.length == 2) {
      // A block normalises twice; what it gives out is what the next one normalises first.
      return seen.norm(firstNorm + 2 * (Integer.parseInt(parts[1]) + 1)).in();
    }
    String at = parts[0] + "." + parts[1] + ".";
    return switch (parts[2]) {
      case "norm1" -> seen.layer(at + "attn.qkv").in();
      case "norm2" -> seen.layer(at + "mlp.fc1").in();
      case "attn" -> seen.layer(at + "attn.proj").out();
      case "mlp" -> seen.layer(at + "mlp.fc2").out();
      default -> seen.layer(module).out();
    };
  }
}
