package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.model.DitConfig;
import java.util.Arrays;

/**
 * The clips of a batch while they are drawn, see {@link
 * dev.dreamwire.runtime.model.DiffusionForcingLoss}. Used by one thread; whoever has it writes to
 * its arrays.
 *
 * @param clips so many
 * @param frames of a clip
 * @param values of a latent
 * @param columns of an action
 * @param latents {@code [clips,frames,values]}
 * @param context what all frames but the last look like to those after them {@code
 *     [clips,frames−1,values]}
 * @param actions that led into each frame {@code [clips,frames,columns]}
 * @param recalled what all frames but the first remember {@code [clips,frames−1,values]}
 * @param carried the frames before those as they look from there, likewise
 * @param offsets {@code [clips,frames−1,7]}, see {@link PoseOffset}
 */
record ClipBatch(
    int clips,
    int frames,
    int values,
    int columns,
    float[] latents,
    float[] context,
    float[] actions,
    float[] recalled,
    float[] carried,
    float[] offsets) {
  /** All zeros. */
  static ClipBatch of(int clips, int frames, DitConfig config) {
    int values = (int) config.latentShape().count();
    int made = clips * (frames - 1);
    return new ClipBatch(
        clips,
        frames,
        values,
        config.actions(),
        new float[clips * frames * values],
        new float[made * values],
        new float[clips * frames * config.actions()],
        new float[made * values],
        new float[made * values],
        new float[made * PoseOffset.FEATURES]);
  }

  /** Where a frame's latent begins. */
  int latentAt(int clip, int frame) {
    return (clip * frames + frame) * values;
  }

  /** Where a frame begins among those that are context; or, of the frame after it, its memory. */
  int contextAt(int clip, int frame) {
    return (clip * (frames - 1) + frame) * values;
  }

  /** Where the offset of the frame after one begins. */
  int offsetAt(int clip, int frame) {
    return (clip * (frames - 1) + frame) * PoseOffset.FEATURES;
  }

  /** Where a frame's action begins. */
  int actionAt(int clip, int frame) {
    return (clip * frames + frame) * columns;
  }

  /** Takes a clip's actions away. */
  void forgetActions(int clip) {
    Arrays.fill(actions, actionAt(clip, 0), actionAt(clip + 1, 0), 0);
  }
}
