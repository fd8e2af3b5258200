package dev.dreamwire.runtime.world;

import java.util.List;

/**
 * A named place to start from, with a view that shows its region. Immutable.
 *
 * @param name stable name: {@code coast}, {@code village}, {@code forest} or {@code desert}
 * @param start the player at rest there
 */
public record Scene(String name, Player start) {
  /** The scenes as places and directions; feet stand on the ground. */
  static List<Scene> all(WorldMap map) {
    return List.of(
        scene(map, "coast", 24.5, 47.5, 334),
        scene(map, "village", 50.5, 37.5, 338),
        scene(map, "forest", 77.5, 39.5, 350),
        scene(map, "desert", 56, 76, 95));
  }

  private static Scene scene(WorldMap map, String name, double x, double z, double yaw) {
    double floor = map.floor(x, z, Movement.RADIUS, 8);
    return new Scene(name, Player.at(x, floor, z, yaw, 0));
  }
}
