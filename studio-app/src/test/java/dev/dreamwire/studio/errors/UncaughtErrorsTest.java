package dev.dreamwire.studio.errors;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncaughtErrorsTest {
  private final List<Throwable> told = new ArrayList<>();
  private long now;
  private final UncaughtErrors errors = new UncaughtErrors(told::add, () -> now);

  private static RuntimeException error() {
    return new IllegalStateException("broken");
  }

  private void happens(Throwable error) {
    errors.uncaughtException(Thread.currentThread(), error);
  }

  @Test
  void anErrorThatRepeatsIsToldOnceInAWhile() {
    for (int i = 0; i < 100; i++) {
      happens(error());
    }
    assertEquals(1, told.size());
    now = UncaughtErrors.QUIET_NANOS;
    happens(error());
    assertEquals(2, told.size());
  }

  @Test
  void anotherErrorIsToldAtOnce() {
    happens(error());
    happens(new ArithmeticException());
    assertEquals(2, told.size());
  }

  @Test
  void aListenerThatFailsDoesNoHarm() {
    UncaughtErrors deaf =
        new UncaughtErrors(
            error -> {
              throw error();
            });
    assertDoesNotThrow(() -> deaf.uncaughtException(Thread.currentThread(), error()));
  }
}
