package dev.dreamwire.api.node;

import java.util.Set;

/**
 * What a person holds down at one moment, and how far the mouse moved since the last.
 *
 * @param held names of pressed keys and buttons: {@code W}, {@code SPACE}, {@code MOUSE_PRIMARY}
 * @param mouseX movement to the right since the last frame, in pixels
 * @param mouseY movement down since the last frame, in pixels
 */
public record Controls(Set<String> held, double mouseX, double mouseY) {
  /** Nothing pressed. */
  public static final Controls IDLE = new Controls(Set.of(), 0, 0);

  public Controls {
    held = Set.copyOf(held);
  }
}
