package dev.dreamwire.runtime.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks views of an atlas up, and keeps the last ones decoded. Used by one thread. */
final class AtlasReader {
  /** Views that are kept decoded. */
  private static final int DECODED = 256;

  private final Atlas atlas;
  private final Map<Integer, View> decoded =
      new LinkedHashMap<>(DECODED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, View> eldest) {
          return size() > DECODED;
        }
      };

  AtlasReader(Atlas atlas) {
    this.atlas = atlas;
  }

  /** Whether it shows most of what a pose sees. */
  boolean shows(Pose pose) {
    return Nearest.near(atlas.poses(), pose);
  }

  /**
   * The views that may show anything of what a pose sees, the nearest first.
   *
   * @param most of them
   */
  List<? extends Glimpse> around(Pose pose, int most) {
    return Nearest.of(atlas.poses(), pose, Nearest.FARTHEST, most).stream()
        .map(Numbered::new)
        .toList();
  }

  private final class Numbered implements Glimpse {
    private final int number;

    Numbered(int number) {
      this.number = number;
    }

    @Override
    public Pose pose() {
      return atlas.poses().get(number);
    }

    @Override
    public View view() {
      return decoded.computeIfAbsent(number, atlas::view);
    }
  }
}
