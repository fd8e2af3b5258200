package dev.dreamwire.runtime.memory;

import java.util.ArrayList;
import java.util.List;

/** Which of many poses see most of what another sees. Stateless. */
final class Nearest {
  /** Degrees; views that are turned by more share nothing. */
  private static final double TURNED = 80;

  /** Views farther than this show too little of what is looked at. */
  static final double REACH = 1.5;

  private Nearest() {}

  /** How far apart two poses' views are; infinite if they share nothing. */
  static double distance(Pose one, Pose other) {
    return Math.abs(one.turnTo(other)) > TURNED ? Double.POSITIVE_INFINITY : one.distance(other);
  }

  /** The numbers of those within reach, the nearest first. */
  static List<Integer> of(List<Pose> poses, Pose now, int most) {
    List<Integer> nearest = new ArrayList<>();
    List<Double> distances = new ArrayList<>();
    for (int i = 0; i < poses.size(); i++) {
      double distance = distance(poses.get(i), now);
      double farthest = nearest.size() < most ? REACH : distances.getLast();
      if (distance < farthest) {
        int at = nearest.size();
        while (at > 0 && distances.get(at - 1) > distance) {
          at--;
        }
        nearest.add(at, i);
        distances.add(at, distance);
        if (nearest.size() > most) {
          nearest.removeLast();
          distances.removeLast();
        }
      }
    }
    return nearest;
  }
}
