package dev.dreamwire.runtime.eval.motion;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.runtime.model.InverseDynamicsNet;
import dev.dreamwire.runtime.tensor.learn.LossFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cross entropy of each factor, summed. Batch: {@code x [N,cells,features]}; {@code y [N,classes]},
 * the weight of the true class of each factor, zeros where it is untold.
 */
record InverseDynamicsLoss(InverseDynamicsNet net) implements LossFunction {
  private static final float TINY = 1e-7f;

  @Override
  public <T> Map<String, T> loss(Ops<T> ops, Map<String, T> batch) {
    T logits = net.logits(ops, batch.get("x"));
    List<T> logs = new ArrayList<>();
    for (Factor factor : Factor.values()) {
      int from = factor.offset();
      T part = ops.slice(logits, 1, from, from + factor.classes().size());
      logs.add(ops.log(ops.add(ops.softmax(part, 1), TINY)));
    }
    T likely = ops.mul(ops.concat(1, logs), batch.get("y"));
    return Map.of("loss", ops.neg(ops.mean(ops.sum(likely, false, 1), false, 0)));
  }
}
