package dev.dreamwire.runtime.eval.motion;

import dev.dreamwire.runtime.data.Episode;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames as motion is read from them: brightness only, no wider than {@value #WIDEST} pixels.
 *
 * @param width of a frame
 * @param height of a frame
 * @param frames brightness −1..1, row by row
 */
public record GreyClip(int width, int height, List<float[]> frames) {
  private static final int WIDEST = 64;

  public GreyClip {
    frames = List.copyOf(frames);
  }

  /** The frames of an episode; its picture must divide into cells. */
  public static GreyClip of(Episode episode) {
    int by = Math.max(1, episode.width() / WIDEST);
    int width = episode.width() / by;
    int height = episode.height() / by;
    List<float[]> frames = new ArrayList<>();
    for (int f = 0; f < episode.frames(); f++) {
      float[] frame = new float[width * height];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          frame[y * width + x] = brightness(episode, f, x * by, y * by, by);
        }
      }
      frames.add(frame);
    }
    return new GreyClip(width, height, frames);
  }

  private static float brightness(Episode episode, int frame, int left, int top, int by) {
    float sum = 0;
    for (int y = top; y < top + by; y++) {
      for (int x = left; x < left + by; x++) {
        int at = frame * episode.frameBytes() + 3 * (y * episode.width() + x);
        byte[] rgb = episode.rgb();
        sum +=
            0.299f * (rgb[at] & 0xff)
                + 0.587f * (rgb[at + 1] & 0xff)
                + 0.114f * (rgb[at + 2] & 0xff);
      }
    }
    return sum / (by * by) / 127.5f - 1;
  }
}
