package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.TestWorld;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeCheckTest {
  private static final List<Integer> AFTER = List.of(1, 20);

  private final WorldPlay play = new WorldPlay(TestWorld.WORLD, 48, 32);
  private final List<Player> starts =
      LongStream.range(0, 8).mapToObj(TestWorld.WORLD::start).toList();
  private final List<Player> lookingDown =
      starts.stream().map(p -> Player.at(p.x(), p.y(), p.z(), p.yaw(), 30)).toList();

  @ParameterizedTest
  @ValueSource(strings = {"attack", "use"})
  void whatIsDoneInTheTrueWorldStays(String button) {
    ChangeCheck.Result result = measure(button, action -> action);
    assertTrue(result.measurable() >= 4, result + "");
    result.there().forEach(share -> assertEquals(1, share.value()));
    assertEquals(List.of(0.0, 0.0), result.idle());
  }

  @ParameterizedTest
  @ValueSource(strings = {"attack", "use"})
  void aDreamInWhichNothingIsDoneFails(String button) {
    int column = Vocabulary.OASIS.column(button);
    ChangeCheck.Result result =
        measure(
            button,
            action -> {
              float[] out = action.clone();
              out[column] = 0;
              return out;
            });
    result.there().forEach(share -> assertEquals(0, share.value()));
  }

  private ChangeCheck.Result measure(String button, UnaryOperator<float[]> twist) {
    return new ChangeCheck(play, button)
        .measure(starts, new WorldDreamer(play, lookingDown, twist), AFTER, 1);
  }
}
