package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.runtime.backend.TorchBackend;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.memory.Atlas;
import dev.dreamwire.runtime.memory.Camera;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.TestWorld;
import dev.dreamwire.runtime.world.World;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two plays along one line to the east, the second a little beside the first. */
class RecollectionsTest {
  private static final int FRAMES = 40;
  private static final int DUG = 30;
  private static final double PACE = 0.38;
  private static final int VIEWS = 24;

  private static final World WORLD = TestWorld.WORLD;
  private static final Camera CAMERA = new Camera(80, Player.EYES, 12);

  private final LatentClips.Encoded encoded =
      encoded(walk(1, 0, FRAMES), walk(2, 0.3, DUG), walk(3, 20, DUG));
  private final LatentClips data = encoded.data();
  private final int values = (int) data.latentShape().count();

  @Test
  void theAtlasLeavesNoViewFarFromAllOfIts() {
    AtlasViews atlas = AtlasViews.choose(data, VIEWS);
    assertEquals(VIEWS, atlas.places().size());
    for (int frame = 0; frame < FRAMES; frame++) {
      Pose pose = atlas.pose(new ClipSet.Place(0, frame));
      double nearest =
          atlas.places().stream()
              .mapToDouble(place -> atlas.pose(place).distance(pose))
              .min()
              .orElseThrow();
      assertTrue(nearest < 0.7, "frame " + frame + " is " + nearest + " from all views");
    }
  }

  @Test
  void theAtlasHasNoViewOfAChangedPlace() {
    assertTrue(
        AtlasViews.choose(data, 1000).places().stream()
            .noneMatch(place -> place.episode() > 0 && place.frame() > DUG));
  }

  @Test
  void theAtlasThatPlaysHoldsTheSameViews() {
    AtlasViews views = AtlasViews.choose(data, VIEWS);
    Atlas atlas = atlas(VIEWS).orElseThrow();
    for (int i = 0; i < atlas.size(); i++) {
      ClipSet.Place place = views.places().get(i);
      Pose seen = atlas.poses().get(i);
      assertEquals(views.pose(place), seen);
      Player there = Player.at(seen.x(), seen.y(), seen.z(), seen.yaw(), seen.pitch());
      float[] nearness = Depths.of(WORLD, CAMERA).nearness(there, TinyRun.HEIGHT, TinyRun.WIDTH);
      int lowest = nearness.length - 1;
      assertEquals(Math.min(3, nearness[lowest]), atlas.view(i).nearness()[lowest], 0.02);
    }
    assertEquals(0, atlas.ground().height(5, 0));
    assertTrue(Double.isNaN(atlas.ground().height(5, 10)));
  }

  @Test
  void aFrameRecallsTheNearestViewAndWhereItIs() {
    AtlasViews atlas = AtlasViews.choose(data, VIEWS);
    ClipSet.Place now = new ClipSet.Place(1, 10);
    ClipSet.Place nearest =
        atlas.places().stream()
            .min(Comparator.comparingDouble(place -> atlas.pose(place).distance(atlas.pose(now))))
            .orElseThrow();
    float[] view = new float[values];
    float[] offset = new float[PoseOffset.FEATURES];
    ClipBatch batch = batch(recollections(VIEWS, false), now);
    System.arraycopy(batch.recalled(), 0, view, 0, values);
    System.arraycopy(batch.offsets(), 0, offset, 0, offset.length);
    assertArrayEquals(latent(nearest), view, 0.3f, "but for the pictures' compression");
    float[] way = new float[PoseOffset.FEATURES];
    PoseOffset.write(atlas.pose(now), atlas.pose(nearest), way, 0);
    assertArrayEquals(way, offset, 0.01f);
  }

  @Test
  void withoutAnAtlasOnlyTheOwnPastIsRecalled() {
    Recollections recollections = recollections(0, false);
    assertArrayEquals(new float[PoseOffset.FEATURES], offset(recollections, 1));
    assertEquals(1, offset(recollections, 10)[0]);
  }

  @Test
  void aFrameOfTheDataIsNotShownWhatItsOwnPlaySaw() {
    AtlasViews views = AtlasViews.choose(data, VIEWS);
    Atlas all = atlas(VIEWS).orElseThrow();
    Atlas others = views.without(all, 1);
    long own = views.places().stream().filter(place -> place.episode() == 1).count();
    assertTrue(own > 0, "some views are of the second play");
    assertEquals(VIEWS - own, others.size());
    for (int i = 0; i < FRAMES; i++) {
      Pose there = views.pose(new ClipSet.Place(1, i));
      assertTrue(others.poses().stream().noneMatch(there::equals), "frame " + i);
    }
  }

  @Test
  void theFrameBeforeIsCarriedToAFrame() {
    ClipSet.Place now = new ClipSet.Place(1, 10);
    float[] carried = Arrays.copyOf(batch(recollections(VIEWS, true), now).carried(), values);
    float[] before = latent(new ClipSet.Place(1, 9));
    assertArrayEquals(before, carried, 0.02f, "as it was, where no camera is known");
  }

  @Test
  void whetherAModelObeysIsAskedWithoutItsMemory() {
    Recipe.DenoiserStage stage = TinyRun.recipe().denoiser();
    DenoiserBatches batches =
        new DenoiserBatches(
            stage,
            stage.config(data.latentShape(), data.actionSize()),
            data,
            Optional.of(recollections(VIEWS, false)),
            null);
    for (String part : List.of("recalled", "carried", "offset")) {
      float[] learned = batches.draw(0, 0, new Random(1)).get(part);
      float[] asked = batches.asPlayed(new Random(1)).get(part);
      assertTrue(IntStream.range(0, learned.length).anyMatch(i -> learned[i] != 0), part);
      assertArrayEquals(new float[learned.length], asked, part);
    }
  }

  private float[] offset(Recollections recollections, int frame) {
    return Arrays.copyOf(
        batch(recollections, new ClipSet.Place(1, frame)).offsets(), PoseOffset.FEATURES);
  }

  /** A clip whose second frame is at a place. */
  private ClipBatch batch(Recollections recollections, ClipSet.Place at) {
    ClipBatch out =
        ClipBatch.of(
            1, 2, TinyRun.recipe().denoiser().config(data.latentShape(), data.actionSize()));
    recollections.copy(new ClipSet.Place(at.episode(), at.frame() - 1), new Random(1), out, 0);
    return out;
  }

  private Optional<Atlas> atlas(int views) {
    return AtlasViews.choose(data, views).atlas(Depths.of(WORLD, CAMERA));
  }

  /**
   * @param others whether only other plays' views are recalled
   */
  private Recollections recollections(int views, boolean others) {
    AtlasViews chosen = AtlasViews.choose(data, views);
    Optional<Atlas> atlas = atlas(views);
    Recipe.Memory settings = new Recipe.Memory(1, 0, null, views, true);
    try (PictureCodec codec = encoded.codec(new TorchBackend(), 1)) {
      Replay replay =
          new Replay(
              settings,
              episode -> others ? atlas.map(all -> chosen.without(all, episode)) : atlas,
              4,
              codec,
              values);
      return new Recollections(
          settings,
          values,
          IntStream.range(0, data.episodes())
              .mapToObj(number -> replay.recall(data, number))
              .toList());
    }
  }

  private float[] latent(ClipSet.Place place) {
    float[] out = new float[values];
    data.copyLatent(place, out, 0);
    return out;
  }

  /** Runs east, and digs once at a frame. */
  private static Episode walk(int number, double z, int digs) {
    Episode shown = TinyRun.episode(number, FRAMES);
    float[][] actions = new float[FRAMES][Vocabulary.OASIS.size()];
    for (int i = 0; i < FRAMES; i++) {
      actions[i][Vocabulary.OASIS.column("forward")] = 1;
      actions[i][Vocabulary.OASIS.column("sprint")] = 1;
      actions[i][Vocabulary.OASIS.column("attack")] = i == digs ? 1 : 0;
    }
    List<Player> players =
        IntStream.range(0, FRAMES).mapToObj(i -> Player.at(i * PACE, 0, z, 90, 0)).toList();
    return new Episode(shown.name(), shown.width(), shown.height(), shown.rgb(), actions, players);
  }

  private static LatentClips.Encoded encoded(Episode... episodes) {
    AutoencoderConfig config = TinyRun.recipe().autoencoder().config(TinyRun.WIDTH, TinyRun.HEIGHT);
    CostOps costs = new CostOps();
    VitAutoencoder model = new VitAutoencoder(config, "");
    model.decode(costs, model.encode(costs, config.imageShape().prepend(1)));
    ClipSet play = new ClipSet(TinyRun.WIDTH, TinyRun.HEIGHT, List.of(episodes));
    return LatentClips.encode(
        play,
        play,
        config,
        RandomWeights.of(costs.weights()),
        new TorchBackend(),
        1,
        PlayCache.none());
  }
}
