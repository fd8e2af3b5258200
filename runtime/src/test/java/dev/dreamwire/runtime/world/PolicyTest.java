package dev.dreamwire.runtime.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Vocabulary;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {
  private static final World WORLD = TestWorld.WORLD;
  private static final int YAW = Vocabulary.OASIS.column("cameraY");

  @ParameterizedTest
  @EnumSource(Policy.class)
  void theSameSeedActsTheSame(Policy policy) {
    Bot one = policy.bot(WORLD, 5);
    Bot other = policy.bot(WORLD, 5);
    Player player = WORLD.start(5);
    for (int frame = 0; frame < 400; frame++) {
      float[] action = one.act(player);
      assertArrayEquals(action, other.act(player));
      player = WORLD.step(player, action);
    }
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void aPolicyIsFoundByItsName(Policy policy) {
    assertEquals(policy, Policy.of(policy.id()));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Policy.of("dance"));
    assertTrue(refused.getMessage().contains("mixed"), refused.getMessage());
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void onlyPoliciesWithoutPosePlayInADream(Policy policy) {
    if (policy.needsPose()) {
      assertThrows(IllegalArgumentException.class, () -> policy.bot(1));
    } else {
      Bot bot = policy.bot(1);
      for (int frame = 0; frame < 300; frame++) {
        assertEquals(Vocabulary.OASIS.size(), bot.act(null).length);
      }
    }
  }

  @Test
  void mixedTurnsLeftAsOftenAsRightAndSeesEveryRegion() {
    int left = 0;
    int right = 0;
    Set<String> regions = new HashSet<>();
    for (long seed = 0; seed < 30; seed++) {
      Bot bot = Policy.MIXED.bot(WORLD, seed);
      Player player = WORLD.start(seed);
      for (int frame = 0; frame < 600; frame++) {
        float[] action = bot.act(player);
        left += action[YAW] < 0 ? 1 : 0;
        right += action[YAW] > 0 ? 1 : 0;
        player = WORLD.step(player, action);
        regions.add(region(player));
      }
    }
    double balance = left / (double) right;
    assertTrue(balance > 0.8 && balance < 1.25, "left to right: " + balance);
    assertEquals(Set.of("desert", "forest", "coast", "village"), regions);
  }

  @Test
  void mixedWalksAllWaysAndDigsAndBuildsNowAndThen() {
    int frames = 0;
    int back = 0;
    int aside = 0;
    int hands = 0;
    int changed = 0;
    for (long seed = 0; seed < 30; seed++) {
      Bot bot = Policy.MIXED.bot(WORLD, seed);
      Player player = WORLD.start(seed);
      for (int frame = 0; frame < 600; frame++, frames++) {
        float[] action = bot.act(player);
        Player next = WORLD.step(player, action);
        boolean moved = Math.hypot(next.x() - player.x(), next.z() - player.z()) > 0.08;
        boolean straight = moved && action[YAW] == 0;
        back += straight && pressed(action, "back") ? 1 : 0;
        aside += straight && (pressed(action, "left") || pressed(action, "right")) ? 1 : 0;
        hands += pressed(action, "attack") || pressed(action, "use") ? 1 : 0;
        changed += next.work().changes().equals(player.work().changes()) ? 0 : 1;
        player = next;
      }
    }
    assertTrue(back > 0.05 * frames, "back in " + back + " of " + frames);
    assertTrue(aside > 0.06 * frames, "aside in " + aside + " of " + frames);
    assertTrue(hands > 0.02 * frames && hands < 0.08 * frames, "hands in " + hands);
    assertTrue(changed > 0.003 * frames, "blocks changed in " + changed + " of " + frames);
  }

  private static boolean pressed(float[] action, String button) {
    return action[Vocabulary.OASIS.column(button)] >= 0.5f;
  }

  @Test
  void theGazeComesBackToTheHorizon() {
    Bot bot = Policy.STICKY.bot(3);
    Player player = WORLD.scene("village").start();
    int level = 0;
    for (int frame = 0; frame < 2000; frame++) {
      player = WORLD.step(player, bot.act(null));
      level += Math.abs(player.pitch()) < 1 ? 1 : 0;
    }
    int frames = level;
    assertTrue(frames > 800, () -> "level in only " + frames + " of 2000 frames");
  }

  @Test
  void theExplorerSeesMoreOfTheMapThanChanceDoes() {
    assertTrue(places(Policy.EXPLORE) > 1.5 * places(Policy.STICKY));
  }

  private static int places(Policy policy) {
    Set<Integer> seen = new HashSet<>();
    for (long seed = 0; seed < 4; seed++) {
      Bot bot = policy.bot(WORLD, seed);
      Player player = WORLD.start(seed);
      for (int frame = 0; frame < 1500; frame++) {
        player = WORLD.step(player, bot.act(player));
        seen.add((int) (player.z() / 4) * 24 + (int) (player.x() / 4));
      }
    }
    return seen.size();
  }

  private static String region(Player player) {
    if (Terrain.desert(player.x(), player.z()) > 0.5) {
      return "desert";
    }
    if (Terrain.forest(player.x(), player.z()) > 0.5) {
      return "forest";
    }
    return player.x() < Terrain.shore(player.z()) + 9 ? "coast" : "village";
  }
}
