package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.tensor.TensorFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The transformer's forward pass: {@code dit_forward.safetensors}. */
final class TransformerCases {
  private static final String PREFIX = "dit_forward.";
  private static final int NORMS_A_BLOCK = 4;

  private TransformerCases() {}

  static List<Case> of(GoldenFile file, GoldenSet set) {
    DitConfig config = file.config().dit();
    SpaceTimeDit dit = GoldenSet.dit(file.config());
    return List.of(
        whole(file, set, dit),
        part("out_no_actions", file, set, dit, batchOf(file), false),
        part("out_T1", file, set, dit, config.latentShape().prepend(1, 1), true));
  }

  private static Shape batchOf(GoldenFile file) {
    return file.shape("in.x").with(0, 1);
  }

  private static Case whole(GoldenFile file, GoldenSet set, SpaceTimeDit dit) {
    Case.Builder builder =
        Case.of("dit_forward", set.ditWeights())
            .in("x", file.get("in.x"))
            .in("t", file.get("in.t"))
            .in("actions", file.get("in.actions"))
            .wants(file, "out", Limit.MODEL);
    file.names().stream()
        .filter(n -> n.startsWith("act."))
        .forEach(n -> builder.wants(file, n, Limit.MODEL));
    return builder.body(
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            Observed<T> seen = new Observed<>(ops);
            Map<String, T> out = new LinkedHashMap<>();
            out.put(PREFIX + "out", dit.forward(seen, in.get("x"), in.get("t"), in.get("actions")));
            file.names().stream()
                .filter(n -> n.startsWith("act."))
                .forEach(n -> out.put(PREFIX + n, inner(seen, n.substring(4))));
            return out;
          }
        });
  }

  /** An inner value by the reference's name for the module that gives it. */
  private static <T> T inner(Observed<T> seen, String module) {
    if (!module.startsWith("block.")) {
      return seen.layer(
              switch (module) {
                case "x_embedder" -> "x_embedder.proj";
                case "t_embedder" -> "t_embedder.mlp.2";
                case "final_layer" -> "final_layer.linear";
                default -> module;
              })
          .out();
    }
    String[] parts = module.split("\\.", 3);
    int block = Integer.parseInt(parts[1]);
    if (parts.length == 2) {
      // What a block gives out is what the next one normalises first.
      return seen.norm(NORMS_A_BLOCK * (block + 1)).in();
    }
    String inside = parts[2];
    boolean time = inside.startsWith("t_");
    return switch (inside.substring(2)) {
      case "norm1" -> seen.norm(NORMS_A_BLOCK * block + (time ? 2 : 0)).out();
      case "norm2" -> seen.norm(NORMS_A_BLOCK * block + (time ? 3 : 1)).out();
      case "adaLN_modulation" -> seen.layer("blocks." + block + "." + inside + ".1").out();
      case "attn" -> seen.layer("blocks." + block + "." + inside + ".to_out").out();
      case "mlp" -> seen.layer("blocks." + block + "." + inside + ".fc2").out();
      default -> seen.layer("blocks." + block + "." + inside).out();
    };
  }

  /** A pass over the first values of each input. */
  private static Case part(
      String tensor,
      GoldenFile file,
      GoldenSet set,
      SpaceTimeDit dit,
      Shape x,
      boolean withActions) {
    Shape frames = Shape.of(x.dim(0), x.dim(1));
    Case.Builder builder =
        Case.of(tensor, set.ditWeights())
            .in("x", file.get("in.x").first(x))
            .in("t", file.get("in.t").first(frames))
            .wants(file, tensor, Limit.MODEL);
    if (withActions) {
      Shape rows = Shape.of(x.dim(0), x.dim(1), dit.config().actions());
      builder.in("actions", file.get("in.actions").first(rows));
    }
    return builder.body(
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            return Map.of(
                PREFIX + tensor, dit.forward(ops, in.get("x"), in.get("t"), in.get("actions")));
          }
        });
  }
}
