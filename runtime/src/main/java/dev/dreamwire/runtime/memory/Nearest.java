package dev.dreamwire.runtime.memory;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which of many poses see most of what another sees. Stateless. */
final class Nearest {
  /** Degrees; views that are turned by more share nothing. */
  private static final double TURNED = 80;

  /** Views farther than this show too little of what is looked at to stand for it. */
  static final double REACH = 1.5;

  /** Views farther than this show next to nothing of it. */
  static final double FARTHEST = 4;

  private record Near(int number, double distance) {}

  private Nearest() {}

  /** How far apart two poses' views are; infinite if they share nothing. */
  static double distance(Pose one, Pose other) {
    return Math.abs(one.turnTo(other)) > TURNED ? Double.POSITIVE_INFINITY : one.distance(other);
  }

  /** Whether one of them sees most of what another sees. */
  static boolean near(List<Pose> poses, Pose now) {
    return poses.stream().anyMatch(pose -> distance(pose, now) < REACH);
  }

  /** The numbers of those that are not as far as a reach from another, the nearest first. */
  static List<Integer> of(List<Pose> poses, Pose now, double reach, int most) {
    return IntStream.range(0, poses.size())
        .mapToObj(number -> new Near(number, distance(poses.get(number), now)))
        .filter(near -> near.distance() < reach)
        .sorted(Comparator.comparingDouble(Near::distance))
        .limit(most)
        .map(Near::number)
        .toList();
  }
}
