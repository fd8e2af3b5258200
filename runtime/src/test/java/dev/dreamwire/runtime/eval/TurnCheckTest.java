package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.World;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TurnCheckTest {
  private final WorldPlay play = new WorldPlay(new World(), 64, 48);
  private final List<Player> starts =
      LongStream.range(0, 16).mapToObj(i -> play.world().start(i)).toList();

  private TurnCheck.Result measure(Dreamer dreamer) {
    return new TurnCheck(play).measure(starts, dreamer, 1);
  }

  @Test
  void theWorldItselfTurnsTheRightWay() {
    TurnCheck.Result result = measure(new WorldDreamer(play, starts, action -> action));
    assertEquals(1, result.right());
    assertEquals(1, result.ratio(), 1e-9);
    assertTrue(result.measurable() >= 14, result + "");
  }

  @Test
  void aDreamThatTurnsTheOtherWayFails() {
    TurnCheck.Result result = measure(new WorldDreamer(play, starts, WorldDreamer::mirrored));
    assertEquals(0, result.right());
    assertEquals(-1, result.ratio(), 1e-9);
  }

  @Test
  void aDreamThatTurnsOnlyOneWayFails() {
    float[] always = Action.idle().turn(1).vector();
    assertEquals(0, measure(new WorldDreamer(play, starts, action -> always)).right());
  }

  @Test
  void aDreamThatIgnoresActionsFails() {
    float[] idle = Action.idle().vector();
    TurnCheck.Result result = measure(new WorldDreamer(play, starts, action -> idle));
    assertEquals(0, result.right());
    assertEquals(0, result.ratio(), 0.05);
  }
}
