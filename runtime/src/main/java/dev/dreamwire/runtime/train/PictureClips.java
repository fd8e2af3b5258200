package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.data.Episode;
import java.util.Random;

/**
 * Recorded play as its pictures {@code [3,H,W]} in −1..1, for denoisers that work on pixels.
 *
 * @param source of the pictures
 */
record PictureClips(ClipSet source) implements PlayClips {
  @Override
  public Shape latentShape() {
    return Shape.of(3, source.height(), source.width());
  }

  @Override
  public int actionSize() {
    return source.actionSize();
  }

  @Override
  public int frameCount() {
    return source.frameCount();
  }

  @Override
  public ClipSet.Place place(Random random, int length) {
    return source.anyClip(random, length);
  }

  @Override
  public void copy(
      ClipSet.Place at, int length, float[] latents, int latentAt, float[] actions, int actionAt) {
    Episode episode = source.episodes().get(at.episode());
    int values = (int) latentShape().count();
    for (int i = 0; i < length; i++) {
      int frame = at.frame() + i;
      ClipSet.toFloats(episode, frame, latents, latentAt + i * values);
      ClipSet.actionInto(episode, frame, actions, actionAt + i * actionSize());
    }
  }
}
