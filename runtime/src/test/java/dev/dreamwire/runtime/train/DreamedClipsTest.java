package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.TorchBackend;
import dev.dreamwire.runtime.memory.Atlas;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DreamedClipsTest {
  private static final Recipe RECIPE = TinyRun.recipe();
  private static final int WINDOW = RECIPE.denoiser().window();
  private static final Recipe.Rollouts ROLLOUTS = RECIPE.denoiser().rollouts();

  private final Backend backend = new TorchBackend();
  private final LatentClips.Encoded encoded = encoded();
  private final LatentClips data = encoded.data();
  private final DitConfig config = RECIPE.denoiser().config(data.latentShape(), data.actionSize());
  private final int values = (int) config.latentShape().count();

  @Test
  void aClipIsTheTruthWithTheDreamOfItAsItsContext() {
    Recipe.Memory memory = RECIPE.denoiser().memory();
    Optional<Atlas> atlas =
        AtlasViews.choose(data, memory.views()).atlas(Depths.guessed(memory.camera()));
    try (PictureCodec codec = encoded.codec(backend, 1)) {
      Replay replay = new Replay(memory, episode -> atlas, WINDOW, codec, values);
      DreamedClips clips =
          new DreamedClips(
              RECIPE.denoiser(),
              data,
              Optional.of(replay),
              codec,
              Optional.empty(),
              config,
              backend,
              1);
      Random random = new Random(3);
      for (int refresh = 0; refresh < 3; refresh++) {
        clips.refresh(weights(), random);
        for (int i = 0; i < 30; i++) {
          assertDreamedBesideTheTruth(clips, random);
        }
      }
    }
  }

  private void assertDreamedBesideTheTruth(DreamedClips clips, Random random) {
    ClipBatch batch = ClipBatch.of(1, WINDOW, config);
    clips.copy(random, batch, 0);
    float[] latents = batch.latents();
    float[] context = batch.context();
    float[] actions = batch.actions();
    // The action into frame i of an episode holds i and the episode's number.
    int frame = Math.round(actions[0]);
    int episode = Math.round(actions[1]);
    float[] truth = new float[latents.length];
    float[] led = new float[actions.length];
    data.copy(new ClipSet.Place(episode, frame), WINDOW, truth, 0, led, 0);
    assertArrayEquals(truth, latents);
    assertArrayEquals(led, actions);
    assertTrue(
        !Arrays.equals(context, Arrays.copyOf(truth, context.length)), "no frame is dreamed");
    for (float value : context) {
      assertTrue(Float.isFinite(value), "a dream is finite");
    }
  }

  private LatentClips.Encoded encoded() {
    ClipSet play = TinyRun.data().data();
    AutoencoderConfig autoencoder = RECIPE.autoencoder().config(TinyRun.WIDTH, TinyRun.HEIGHT);
    CostOps costs = new CostOps();
    VitAutoencoder model = new VitAutoencoder(autoencoder, "");
    model.decode(costs, model.encode(costs, autoencoder.imageShape().prepend(1)));
    return LatentClips.encode(
        play,
        play,
        autoencoder,
        RandomWeights.of(costs.weights()),
        backend,
        CompileOptions.DEFAULT.threads(),
        PlayCache.none());
  }

  private Weights weights() {
    CostOps costs = new CostOps();
    new SpaceTimeDit(config, "")
        .forward(
            costs,
            config.latentShape().prepend(1, 2),
            Shape.of(1, 2),
            Shape.of(1, 2, config.actions()));
    return RandomWeights.of(costs.weights());
  }
}
