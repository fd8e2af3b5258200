package dev.dreamwire.runtime.world;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** The ways of moving through a world that recordings are made with. */
public enum Policy {
  /** Holds random combinations of keys and turns for 4 to 20 frames. */
  STICKY("sticky", false, (world, random) -> new StickyBot(random)),
  /** Walks to the places that it has seen least. */
  EXPLORE("explore", true, ExplorerBot::new),
  /** Turns away from what it sees and back. */
  LOOK_BACK("look-back", false, (world, random) -> new LookBackBot(random)),
  /** Stands still, with a rare glance. */
  IDLE("idle", false, (world, random) -> new IdleBot(random)),
  /** Walks on against walls and slides along them. */
  BUMP("bump", false, (world, random) -> new BumpBot(random)),
  /** Walks ahead, back and aside without turning, there and back again. */
  PACE("pace", false, (world, random) -> new PaceBot(random)),
  /** Digs and builds, looks at it, away and back. */
  BUILD("build", false, (world, random) -> new BuilderBot(random)),
  /** Changes between all of them every few seconds; see {@link MixedBot} for their shares. */
  MIXED("mixed", true, MixedBot::new);

  private final String id;
  private final boolean needsPose;
  private final BiFunction<World, SplittableRandom, Bot> maker;

  Policy(String id, boolean needsPose, BiFunction<World, SplittableRandom, Bot> maker) {
    this.id = id;
    this.needsPose = needsPose;
    this.maker = maker;
  }

  /** Stable name, as written in recordings and on the command line. */
  public String id() {
    return id;
  }

  /** Whether its bots must be told where the player is; such bots cannot play in a dream. */
  public boolean needsPose() {
    return needsPose;
  }

  /** A new bot; the same seed gives one that acts the same. */
  public Bot bot(World world, long seed) {
    return maker.apply(world, new SplittableRandom(seed));
  }

  /**
   * A new bot that plays without knowing where it is, for a dream.
   *
   * @throws IllegalArgumentException if this policy {@linkplain #needsPose() needs the pose}
   */
  public Bot bot(long seed) {
    if (needsPose) {
      throw new IllegalArgumentException(
          "the policy " + id + " must know where the player is; nobody does in a dream");
    }
    return maker.apply(null, new SplittableRandom(seed));
  }

  /**
   * The policy of a name.
   *
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  public static Policy of(String id) {
    return Arrays.stream(values())
        .filter(policy -> policy.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no policy is called " + id + "; there are " + String.join(", ", ids())));
  }

  /** All names. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Policy::id).toList();
  }
}
