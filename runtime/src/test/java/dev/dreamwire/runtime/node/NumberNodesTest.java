package dev.dreamwire.runtime.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.api.node.HostType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberNodesTest {
  private static HostRig rig(HostType type) {
    return new HostRig(type);
  }

  private static double number(HostRig rig, long frame) {
    return rig.frame(frame).output("number")[0];
  }

  @Test
  void aNumberIsWhatItSays() {
    HostRig rig = rig(new NumberNode()).with("value", 2.5).begin(1);
    assertEquals(2.5, number(rig, -1));
    assertEquals(2.5, number(rig, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "sine, 1, 2, 3, 2",
    "triangle, 1, 2, 3, 2",
    "sawtooth, 1, 1.5, 2, 2.5",
    "square, 1, 1, 3, 3",
  })
  void aWaveGoesFromLowToHighAndBackInOnePeriod(
      String wave, double start, double quarter, double half, double threeQuarters) {
    HostRig rig =
        rig(new OscillatorNode())
            .with("wave", wave)
            .with("period", 8.0)
            .with("low", 1.0)
            .with("high", 3.0)
            .begin(1);
    assertEquals(start, number(rig, -1), 1e-6);
    double[] seen = new double[17];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = number(rig, i);
    }
    assertEquals(start, seen[0], 1e-6);
    assertEquals(quarter, seen[2], 1e-6);
    assertEquals(half, seen[4], 1e-6);
    assertEquals(threeQuarters, seen[6], 1e-6);
    assertEquals(start, seen[8], 1e-6);
    assertEquals(half, seen[12], 1e-6);
  }

  @Test
  void aPhaseBeginsElsewhereAndAFrameThatIsTriedAgainIsTheSame() {
    HostRig rig = rig(new OscillatorNode()).with("phase", 0.5).with("period", 4.0).begin(1);
    assertEquals(1, number(rig, 0), 1e-6);
    assertEquals(0.5, number(rig, 1), 1e-6);
    assertEquals(0.5, number(rig, 1), 1e-6);
    assertEquals(1, number(rig.begin(1), 0), 1e-6);
  }

  @Test
  void anotherPeriodBendsTheWave() {
    HostRig rig = rig(new OscillatorNode()).with("wave", "triangle").with("period", 100.0).begin(1);
    number(rig, 0);
    double before = number(rig, 10);
    assertEquals(before + 0.02, number(rig.with("period", 100.0), 11), 1e-6);
    assertEquals(before + 0.04, number(rig.with("period", 100.0), 12), 1e-6);
    assertEquals(before + 0.08, number(rig.with("period", 50.0), 13), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({
    "add, 5, 3, 8",
    "subtract, 5, 3, 2",
    "multiply, 5, 3, 15",
    "divide, 6, 3, 2",
    "divide, 6, 0, 0",
    "remainder, -1, 3, 2",
    "remainder, 7, 0, 0",
    "minimum, 5, 3, 3",
    "maximum, 5, 3, 5",
  })
  void twoNumbersMakeOne(String operation, double a, double b, double expected) {
    HostRig rig =
        rig(new ArithmeticNode()).with("operation", operation).with("a", a).with("b", b).begin(1);
    assertEquals(expected, number(rig, 0), 1e-6);
  }
}
