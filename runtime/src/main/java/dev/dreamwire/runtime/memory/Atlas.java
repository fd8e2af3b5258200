package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import java.util.List;

/**
 * What is known of a world before a game begins: views of recorded play, where each was seen from,
 * and where one can walk. Views are kept in 8 bits a number. Immutable and safe on every thread.
 *
 * @param latent shape of a view {@code [C,h,w]}
 * @param poses that the views were seen from
 * @param views {@code [N,C,h,w]}, each number as steps above {@code lowest} of its channel
 * @param lowest value of each channel {@code [C]}
 * @param step between values of each channel {@code [C]}
 * @param ground where players stood
 */
public record Atlas(
    Shape latent, List<Pose> poses, byte[] views, float[] lowest, float[] step, Ground ground) {
  static final int LEVELS = 255;

  public Atlas {
    poses = List.copyOf(poses);
  }

  /** How many views. */
  public int size() {
    return poses.size();
  }

  /** One of the views, {@code [C,h,w]}; the caller's own. */
  public float[] view(int number) {
    int values = Math.toIntExact(latent.count());
    int area = values / lowest.length;
    float[] out = new float[values];
    for (int i = 0; i < values; i++) {
      int channel = i / area;
      out[i] = lowest[channel] + step[channel] * (views[number * values + i] & 0xff);
    }
    return out;
  }

  /**
   * Where a picture was seen from that does not say so: the pose of the view that is most like it.
   *
   * @param picture {@code [C,h,w]}
   */
  public Pose whereLike(float[] picture) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size(); i++) {
      float[] view = view(i);
      double apart = 0;
      for (int v = 0; v < view.length; v++) {
        apart += (view[v] - picture[v]) * (view[v] - picture[v]);
      }
      if (apart < least) {
        least = apart;
        best = i;
      }
    }
    return poses.get(best);
  }

  /**
   * Narrows views to 8 bits.
   *
   * @param views {@code [N,C,h,w]} one after the other, as many as poses
   */
  public static Atlas of(Shape latent, List<Pose> poses, List<float[]> views, Ground ground) {
    int channels = latent.size(0);
    int values = Math.toIntExact(latent.count());
    int area = values / channels;
    float[] lowest = new float[channels];
    float[] step = new float[channels];
    for (int c = 0; c < channels; c++) {
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      for (float[] view : views) {
        for (int i = c * area; i < (c + 1) * area; i++) {
          low = Math.min(low, view[i]);
          high = Math.max(high, view[i]);
        }
      }
      lowest[c] = low;
      step[c] = (high - low) / LEVELS;
    }
    byte[] narrow = new byte[views.size() * values];
    for (int v = 0; v < views.size(); v++) {
      for (int i = 0; i < values; i++) {
        int c = i / area;
        float level = step[c] == 0 ? 0 : (views.get(v)[i] - lowest[c]) / step[c];
        narrow[v * values + i] = (byte) Math.round(level);
      }
    }
    return new Atlas(latent, poses, narrow, lowest, step, ground);
  }
}
