package dev.dreamwire.runtime.train.health;

import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures how much a model's error depends on the actions it is told: all exchanged among frames,
 * and each left out. Immutable.
 */
public final class ActionProbe {
  /** Actions that fewer frames have are not judged. */
  private static final double RAREST = 0.02;

  private final float[] actions;
  private final List<String> names;

  /**
   * A probe.
   *
   * @param actions vectors one after the other
   * @param names one a column
   */
  public ActionProbe(float[] actions, List<String> names) {
    this.actions = actions.clone();
    this.names = List.copyOf(names);
  }

  /**
   * A probe of a training step.
   *
   * @param batch of play, its {@code actions} vectors among the tensors
   * @param width of an action vector
   */
  public static ActionProbe of(Map<String, float[]> batch, int width) {
    List<String> names =
        width == Vocabulary.OASIS.size()
            ? Vocabulary.OASIS.names()
            : IntStream.range(0, width).mapToObj(i -> "action " + i).toList();
    return new ActionProbe(batch.get("actions"), names);
  }

  /** As {@link #measure(Symptoms, ToDoubleFunction)}, with the loss of a step on the batch. */
  public Symptoms measure(Symptoms others, TrainStep step, Map<String, float[]> batch) {
    return measure(
        others,
        told -> {
          Map<String, float[]> changed = new HashMap<>(batch);
          changed.put("actions", told);
          return step.evaluate(changed).get("loss");
        });
  }

  /**
   * Measures.
   *
   * @param error of the model, told such actions; noise and frames must be the same in every call
   * @return symptoms with only the actions' figures added to the given ones
   */
  public Symptoms measure(Symptoms others, ToDoubleFunction<float[]> error) {
    double told = error.applyAsDouble(actions);
    double exchanged = error.applyAsDouble(exchanged());
    Map<String, Double> effects = new HashMap<>();
    for (int column = 0; column < names.size(); column++) {
      double share = share(column);
      if (share >= RAREST) {
        double without = error.applyAsDouble(without(column));
        effects.put(names.get(column), 1 + (without / told - 1) / share);
      }
    }
    return others.withActions(exchanged / told, effects);
  }

  private double share(int column) {
    int pressed = 0;
    for (int i = column; i < actions.length; i += names.size()) {
      pressed += actions[i] != 0 ? 1 : 0;
    }
    return (double) pressed * names.size() / actions.length;
  }

  private float[] without(int column) {
    float[] out = actions.clone();
    for (int i = column; i < out.length; i += names.size()) {
      out[i] = 0;
    }
    return out;
  }

  /** Every vector in another's place. */
  private float[] exchanged() {
    int width = names.size();
    int count = actions.length / width;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(i);
    }
    Random random = new Random(count);
    // Sattolo's algorithm gives one cycle, in which nothing stays where it was.
    for (int i = count - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i));
    }
    float[] out = new float[actions.length];
    for (int i = 0; i < count; i++) {
      System.arraycopy(actions, order.get(i) * width, out, i * width, width);
    }
    return out;
  }
}
