package dev.dreamwire.runtime.tensor.script;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.learn.LossFunction;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a training step as two TorchScript calls: forward with gradients; clipping to a norm,
 * AdamW (Loshchilov &amp; Hutter 2019) and the moving average of the weights. The average's decay
 * grows with the steps, {@code min(decay, (1 + n) / (10 + n))}, so that it soon forgets the initial
 * weights.
 */
public final class ScriptTrainCompiler implements TrainStep.Compiler {
  /** What the compiled program takes and gives; the inputs are those of one replica. */
  record Layout(
      List<WeightSpec> matrices,
      List<WeightSpec> others,
      List<ScriptOps.Constant> constants,
      Map<String, Shape> inputs,
      List<String> scalars) {
    /** All weights, matrices first: the order of every list that is handed to the program. */
    List<WeightSpec> weights() {
      List<WeightSpec> all = new ArrayList<>(matrices);
      all.addAll(others);
      return all;
    }
  }

  @Override
  public TrainStep compile(
      LossFunction loss, Map<String, Shape> batch, TrainStep.Options options, long seed) {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    batch.forEach((name, shape) -> inputs.put(name, part(name, shape, options.replicas())));
    // Weights are known only once the loss was written, and their order decides their index.
    ScriptOps first = new ScriptOps(options.bf16(), name -> name);
    loss.loss(first, arguments(first, inputs));
    List<WeightSpec> matrices = first.weights().stream().filter(w -> w.shape().rank() > 1).toList();
    List<WeightSpec> others = first.weights().stream().filter(w -> w.shape().rank() < 2).toList();
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < matrices.size(); i++) {
      names.put(matrices.get(i).name(), "W[" + i + "]");
    }
    for (int i = 0; i < others.size(); i++) {
      names.put(others.get(i).name(), "W[" + (matrices.size() + i) + "]");
    }
    ScriptOps ops = new ScriptOps(options.bf16(), names::get);
    Map<String, ScriptValue> scalars = loss.loss(ops, arguments(ops, inputs));
    Layout layout =
        new Layout(matrices, others, ops.constants(), inputs, List.copyOf(scalars.keySet()));
    return new ScriptTrainStep(
        ScriptArchive.of(source(ops, scalars, layout, options)), layout, options, seed);
  }

  @Override
  public boolean isFasterInBfloat16() {
    return ProductRace.isWonByBfloat16();
  }

  private static Shape part(String name, Shape whole, int parts) {
    if (parts > 1 && whole.dim(0) % parts != 0) {
      throw new IllegalArgumentException(
          "input " + name + " of shape " + whole + " does not divide into " + parts + " replicas");
    }
    return parts == 1 ? whole : whole.with(0, whole.dim(0) / parts);
  }

  private static Map<String, ScriptValue> arguments(ScriptOps ops, Map<String, Shape> inputs) {
    Map<String, ScriptValue> out = new LinkedHashMap<>();
    inputs.forEach((name, shape) -> out.put(name, ops.argument("in_" + name, shape)));
    return out;
  }

  /** The update of some of the weights; nothing for none, since the engine refuses empty lists. */
  private static String update(String result, int from, int to, double decay) {
    if (from == to) {
      return "";
    }
    String slices =
        Stream.of("P", "G", "M", "V", "S")
            .map(list -> "torch.slice(%s, %d, %d, 1)".formatted(list, from, to))
            .collect(Collectors.joining(", "));
    return "      %s = (self).update(%s, lr, %s, )%n".formatted(result, slices, decay);
  }

  private static String source(
      ScriptOps ops, Map<String, ScriptValue> scalars, Layout layout, TrainStep.Options options) {
    String batch =
        layout.inputs().keySet().stream()
            .map(n -> ", in_" + n + ": Tensor")
            .collect(Collectors.joining());
    String batchNames =
        layout.inputs().keySet().stream().map(n -> ", in_" + n).collect(Collectors.joining());
    String out =
        scalars.values().stream()
            .map(v -> "torch.to(" + v.name() + ", 6)")
            .collect(Collectors.joining(", ", "[", "]"));
    int matrices = layout.matrices().size();
    int all = layout.weights().size();
    return """
          def loss(self: __torch__.Program, W: List[Tensor], C: List[Tensor]%1$s) -> List[Tensor]:
        %2$s    return %3$s

          def evaluate(self: __torch__.Program, E: List[Tensor], C: List[Tensor]%1$s) -> List[Tensor]:
            return (self).loss(E, C%4$s, )

          def update(self: __torch__.Program, P: List[Tensor], G: List[Tensor], M: List[Tensor], V: List[Tensor], S: List[Tensor], lr: Tensor, decay: float) -> NoneType:
            _0 = torch._foreach_add_(S, 1)
            _1 = torch._fused_adamw_(P, G, M, V, annotate(List[Tensor], []), S, lr=lr, beta1=%5$s, beta2=%6$s, weight_decay=decay, eps=1.0e-8, amsgrad=False, maximize=False, grad_scale=None, found_inf=None)
            return None

          def gradients(self: __torch__.Program, P: List[Tensor], C: List[Tensor]%1$s) -> List[Tensor]:
            W = annotate(List[Tensor], [])
            for i in range(torch.len(P)):
              leaf = torch.requires_grad_(torch.detach(P[i]), True)
              _0 = torch.append(W, leaf)
            scalars = (self).loss(W, C%4$s, )
            grads = torch.autograd.grad([scalars[0]], W, annotate(Optional[List[Optional[Tensor]]], None), None, False, False)
            out = annotate(List[Tensor], [])
            for k in range(torch.len(scalars)):
              _1 = torch.append(out, torch.detach(scalars[k]))
            for j in range(torch.len(grads)):
              _2 = torch.append(out, unchecked_cast(Tensor, grads[j]))
            return out

          def apply(self: __torch__.Program, P: List[Tensor], M: List[Tensor], V: List[Tensor], S: List[Tensor], E: List[Tensor], lr: Tensor, R: List[Tensor]) -> List[Tensor]:
        %11$s    out = torch.slice(R, 0, %12$s, 1)
            G = torch.slice(R, %12$s, torch.len(R), 1)
            norm = torch.norm(torch.stack(torch._foreach_norm(G, 2), 0), 2)
            finite = torch.isfinite(torch.add(norm, out[0]))
            if bool(finite):
              scale = torch.clamp(torch.div(%7$s, torch.add(norm, 1.0e-6)), None, 1.)
              _1 = torch._foreach_mul_(G, scale)
        %8$s%9$s      share = torch.clamp(torch.mul(torch.reciprocal(torch.add(S[0], 10.)), 9.), %10$s, None)
              _5 = torch._foreach_lerp_(E, P, float(share))
            else:
              pass
            _6 = torch.append(out, norm)
            return out
        """
        .indent(0)
        .formatted(
            batch,
            ops.source(),
            out,
            batchNames,
            (double) options.beta1(),
            (double) options.beta2(),
            "torch.mul(torch.ones_like(norm), " + (double) options.clipNorm() + ")",
            update("_3", 0, matrices, options.weightDecay()),
            update("_4", matrices, all, 0),
            1.0 - options.emaDecay(),
            options.replicas() == 1
                ? ""
                : "    _0 = torch._foreach_mul_(R, " + 1.0 / options.replicas() + ")\n",
            scalars.size());
  }
}
