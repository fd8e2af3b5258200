package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.World;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OppositeCheckTest {
  private final WorldPlay play = new WorldPlay(new World(), 64, 48);
  private final List<Player> starts =
      LongStream.range(0, 16).mapToObj(i -> play.world().start(i)).toList();

  private OppositeCheck.Result measure(String pair, UnaryOperator<float[]> twist) {
    OppositePair found =
        OppositePair.all(64, 48).stream()
            .filter(p -> p.id().equals(pair))
            .findFirst()
            .orElseThrow();
    return new OppositeCheck(play, found).measure(starts, new WorldDreamer(play, starts, twist), 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn", "walk", "strafe", "look"})
  void theWorldItselfObeysEveryPairAndStandsStill(String pair) {
    OppositeCheck.Result result = measure(pair, action -> action);
    assertEquals(1, result.right().value());
    assertEquals(1, result.ratio(), 1e-9);
    assertEquals(0, result.idle());
    assertTrue(result.measurable() >= 6, result + "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn", "walk", "strafe", "look"})
  void aDreamThatIgnoresActionsFails(String pair) {
    float[] idle = Action.idle().vector();
    OppositeCheck.Result result = measure(pair, action -> idle);
    assertEquals(0, result.right().value());
    assertEquals(0, result.ratio(), 0.05);
  }

  @Test
  void aDreamThatTurnsTheOtherWayFails() {
    OppositeCheck.Result result = measure("turn", WorldDreamer::mirrored);
    assertEquals(0, result.right().value());
    assertEquals(-1, result.ratio(), 1e-9);
  }

  @Test
  void aDreamThatTurnsOnlyOneWayFails() {
    float[] always = Action.idle().turn(1).vector();
    assertEquals(0, measure("turn", action -> always).right().value());
  }
}
