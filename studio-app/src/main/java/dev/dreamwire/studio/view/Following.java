package dev.dreamwire.studio.view;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** How views listen to what outlives them. */
public final class Following {
  private Following() {}

  /**
   * Tells a view a value, now and whenever it changes while the view is in a window. A view that
   * left its window is not held on to.
   */
  public static <T> void follow(Node view, ObservableValue<T> value, Consumer<? super T> show) {
    value.when(view.sceneProperty().map(Objects::nonNull).orElse(false)).subscribe(show);
  }
}
