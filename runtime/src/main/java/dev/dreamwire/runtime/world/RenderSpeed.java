package dev.dreamwire.runtime.world;

import java.time.Duration;

/** Measures how fast one thread of this machine draws the world. */
public final class RenderSpeed {
  private static final int VIEWS = 64;
  private static final double WARM_UP = 0.4;

  private RenderSpeed() {}

  /**
   * Draws views from all over the map for a while, after a warm-up of four tenths of it.
   *
   * @param time how long to measure, more than zero
   * @return pictures a second
   */
  public static double measure(World world, int width, int height, Duration time) {
    Renderer renderer = world.renderer(width, height);
    Player[] views = new Player[VIEWS];
    for (int i = 0; i < VIEWS; i++) {
      views[i] = world.start(i);
    }
    byte[] rgb = new byte[width * height * 3];
    run(renderer, views, rgb, (long) (WARM_UP * time.toNanos()));
    return run(renderer, views, rgb, time.toNanos());
  }

  private static double run(Renderer renderer, Player[] views, byte[] rgb, long nanos) {
    long start = System.nanoTime();
    long spent = 0;
    long frames = 0;
    while (spent < nanos) {
      for (Player view : views) {
        renderer.render(view, rgb);
      }
      frames += views.length;
      spent = System.nanoTime() - start;
    }
    return frames * 1e9 / spent;
  }
}
