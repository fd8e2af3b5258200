package dev.dreamwire.runtime.world;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The built-in world: one map of 96×96 blocks with a coast, a village, a forest and a desert, and
 * the rules of moving, digging and building in it. Immutable, for what a player changes is the
 * player's; any number of threads may share one. Building it takes some hundredths of a second.
 *
 * <p>Time runs in frames of 1/20 s. Everything is a pure function of the map, the player and the
 * action: a seed only chooses where players start.
 */
public final class World {
  /** Stable name of this world, written into recordings. */
  public static final String NAME = "island";

  /** Longest side of a picture that can be drawn, in pixels. */
  public static final int LARGEST_PICTURE = 4096;

  /** Frames a second. */
  public static final int FPS = 20;

  /** The columns of {@link dev.dreamwire.api.node.Vocabulary#OASIS} that do something here. */
  public static final List<String> ACTIONS =
      List.of(
          "forward", "back", "left", "right", "cameraX", "cameraY", "jump", "sneak", "sprint",
          "attack", "use");

  /** Blocks ahead of a start place that nothing stands in. */
  private static final double OPEN_VIEW = 3;

  private final WorldMap map;
  private final Sky sky = new Sky();
  private final List<Scene> scenes;

  /** Builds the world; always the same. */
  public World() {
    MapBuilder builder = new MapBuilder();
    Terrain.lay(builder);
    Coast.build(builder);
    Village.build(builder);
    Desert.build(builder);
    Forest.build(builder);
    map = builder.build();
    scenes = Scene.all(map);
  }

  /** The named places to start from: coast, village, forest, desert. */
  public List<Scene> scenes() {
    return scenes;
  }

  /**
   * The scene of a name.
   *
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  public Scene scene(String name) {
    return scenes.stream()
        .filter(scene -> scene.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no scene is called "
                        + name
                        + "; there are "
                        + String.join(", ", scenes.stream().map(Scene::name).toList())));
  }

  /** A player at rest at a random free place, looking in a random direction. */
  public Player start(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    while (true) {
      double x = 3 + random.nextDouble() * (WorldMap.SIZE - 6);
      double z = 3 + random.nextDouble() * (WorldMap.SIZE - 6);
      double yaw = random.nextInt(45) * Movement.YAW;
      if (map.open((int) x, (int) z)) {
        double y = map.ground((int) x, (int) z);
        double floor = map.floor(x, z, Movement.RADIUS, y + 1);
        boolean free =
            y < 9
                && y > WorldMap.SEA - 0.6
                && map.obstacle(x, z, Movement.RADIUS, floor, floor + Movement.HEIGHT) < floor;
        if (free) {
          Player player = Player.at(x, floor, z, yaw, 0);
          if (seesAhead(player)) {
            return player;
          }
        }
      }
    }
  }

  private boolean seesAhead(Player player) {
    double eyes = player.eyeY();
    double angle = Math.toRadians(player.yaw());
    for (double far = 0.5; far <= OPEN_VIEW; far += 0.5) {
      double x = player.x() + far * StrictMath.sin(angle);
      double z = player.z() - far * StrictMath.cos(angle);
      if (map.obstacle(x, z, Movement.RADIUS, eyes - 0.2, eyes + 0.2) > 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The player one frame later.
   *
   * @param action a vector of {@link dev.dreamwire.api.node.Vocabulary#OASIS}; the columns that are
   *     not in {@link #ACTIONS} have no effect
   */
  public Player step(Player player, float[] action) {
    WorldMap now = map.with(player.work().changes());
    Player moved = new Movement(now).step(player, action);
    return moved.with(new Hands(now).step(moved, action));
  }

  /** A renderer of pictures of a size, for one thread. */
  public Renderer renderer(int width, int height) {
    return new Renderer(map, sky, width, height);
  }

  /** The map, for policies that plan ways through it. */
  WorldMap map() {
    return map;
  }
}
