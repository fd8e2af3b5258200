package dev.dreamwire.runtime.oasis.speed;

import java.util.List;

/** Kinds of linear layers of Oasis, told by their weights' names. */
public enum LayerKind {
  QKV("to_qkv", "attn.qkv"),
  OUT("to_out", "attn.proj"),
  MLP_IN("mlp.fc1"),
  MLP_OUT("mlp.fc2"),
  ADALN("s_adaLN_modulation", "t_adaLN_modulation"),
  FINAL("final_layer", "predictor"),
  EMBED("embedder", "external_cond", "quant_conv");

  private final List<String> parts;

  LayerKind(String... parts) {
    this.parts = List.of(parts);
  }

  /** Whether a weight is of this kind. */
  public boolean covers(String weight) {
    return parts.stream().anyMatch(weight::contains);
  }
}
