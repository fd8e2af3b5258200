package dev.dreamwire.studio.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.api.node.Controls;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputStateTest {
  private long now = 100;
  private final InputState input = new InputState(() -> now);

  @Test
  void aTapBetweenTwoSamplesIsNotLost() {
    input.press("SPACE");
    input.release("SPACE");
    assertEquals(Set.of("SPACE"), input.sample().held());
    assertEquals(Set.of(), input.sample().held());
  }

  @Test
  void mouseMovementAddsUpUntilItIsSampled() {
    input.move(3, -1);
    input.move(2, 4);
    assertEquals(new Controls(Set.of(), 5, 3), input.sample());
    assertEquals(Controls.IDLE, input.sample());
  }

  @Test
  void aSampleKnowsWhenItsOldestInputCame() {
    input.press("W");
    now = 200;
    input.press("A");
    input.sample();
    assertEquals(100, input.sampledSince());
    input.sample();
    assertEquals(0, input.sampledSince());
  }

  @Test
  void nothingStaysPressedWhenTheKeyboardGoesElsewhere() {
    input.press("W");
    input.move(5, 5);
    input.releaseAll();
    assertEquals(Controls.IDLE, input.sample());
  }
}
