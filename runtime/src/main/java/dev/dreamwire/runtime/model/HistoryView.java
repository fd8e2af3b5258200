package dev.dreamwire.runtime.model;

import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.tensor.Shape;

/**
 * The past of a game, as a denoiser sees it while its program is written. What is kept belongs to
 * the History node.
 *
 * @param <T> what a tensor is
 */
public interface HistoryView<T> {
  /** The newest finished frame {@code [C,h,w]}. */
  T latent();

  /** The action that led into it {@code [A]}. */
  T action();

  /** As {@link TensorScope#ring}. */
  T ring(String name, Shape slot, int capacity);

  /** As {@link TensorScope#push}. */
  void push(String name, T value);

  /** As {@link TensorScope#perFrame}. */
  T perFrame(String name, Shape shape, TensorScope.FrameFill fill);

  /** As {@link TensorScope#noise}. */
  T noise(String name, Shape shape);

  /** A history that keeps its things in a scope. */
  static <T> HistoryView<T> of(TensorScope<T> scope, T latent, T action) {
    return new HistoryView<>() {
      @Override
      public T latent() {
        return latent;
      }

      @Override
      public T action() {
        return action;
      }

      @Override
      public T ring(String name, Shape slot, int capacity) {
        return scope.ring(name, slot, capacity);
      }

      @Override
      public void push(String name, T value) {
        scope.push(name, value);
      }

      @Override
      public T perFrame(String name, Shape shape, TensorScope.FrameFill fill) {
        return scope.perFrame(name, shape, fill);
      }

      @Override
      public T noise(String name, Shape shape) {
        return scope.noise(name, shape);
      }
    };
  }
}
