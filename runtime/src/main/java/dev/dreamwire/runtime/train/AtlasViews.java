package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.memory.Atlas;
import dev.dreamwire.runtime.memory.Colouring;
import dev.dreamwire.runtime.memory.DeadReckoning;
import dev.dreamwire.runtime.memory.Ground;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.memory.Stride;
import dev.dreamwire.runtime.memory.View;
import dev.dreamwire.runtime.world.Player;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The views of recorded play that together show a world from everywhere. Immutable and safe on
 * every thread.
 *
 * @param clips that they are of
 * @param places in these
 */
record AtlasViews(LatentClips clips, List<ClipSet.Place> places) {
  AtlasViews {
    places = List.copyOf(places);
  }

  /**
   * Of all views the ones that leave none far from all of them: each next one is the farthest from
   * those before (Gonzalez 1985). None of an episode after something was dug or placed in it, and
   * none of episodes that do not know their poses.
   *
   * @param most of them
   */
  static AtlasViews choose(LatentClips clips, int most) {
    List<ClipSet.Place> candidates = candidates(clips);
    List<ClipSet.Place> chosen = new ArrayList<>();
    double[] distances = new double[candidates.size()];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    int next = 0;
    while (chosen.size() < Math.min(most, candidates.size())) {
      chosen.add(candidates.get(next));
      Pose pose = pose(clips, candidates.get(next));
      next = 0;
      for (int i = 0; i < distances.length; i++) {
        distances[i] = Math.min(distances[i], pose.distance(pose(clips, candidates.get(i))));
        next = distances[i] > distances[next] ? i : next;
      }
    }
    return new AtlasViews(clips, chosen);
  }

  private static List<ClipSet.Place> candidates(LatentClips clips) {
    List<ClipSet.Place> out = new ArrayList<>();
    for (int e = 0; e < clips.episodes(); e++) {
      Episode episode = clips.episode(e);
      for (int f = 0; f < episode.players().size(); f++) {
        out.add(new ClipSet.Place(e, f));
        if (DeadReckoning.changes(episode.actions()[f])) {
          break;
        }
      }
    }
    return out;
  }

  /**
   * What plays; empty where there are no views.
   *
   * @param depths how far away is what a view shows
   */
  Optional<Atlas> atlas(Depths depths) {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    List<View> views = new ArrayList<>();
    for (ClipSet.Place place : places) {
      Episode episode = clips.episode(place.episode());
      float[] picture = new float[episode.frameBytes()];
      ClipSet.toFloats(episode, place.frame(), picture, 0);
      Player player = episode.players().get(place.frame());
      views.add(
          new View(
              player.pose(), picture, depths.nearness(player, episode.height(), episode.width())));
    }
    List<Player> players =
        candidates(clips).stream()
            .map(place -> clips.episode(place.episode()).players().get(place.frame()))
            .toList();
    // Who stands where somebody dug would tell of a lower world than there is.
    Ground ground =
        Ground.of(
            players.stream().filter(Player::onGround).map(Player::stand).toList(),
            Stride.ISLAND.radius());
    Episode first = clips.episode(0);
    Shape picture = Shape.of(3, first.height(), first.width());
    return Optional.of(coloured(Atlas.of(picture, views, ground, depths.blocks(players)), depths));
  }

  /** An atlas that knows what is laid bare and built in the clips. */
  private Atlas coloured(Atlas atlas, Depths depths) {
    if (atlas.blocks().isEmpty()) {
      return atlas;
    }
    Colouring colouring = new Colouring(atlas, depths.camera(), Stride.ISLAND.radius());
    for (int e = 0; e < clips.episodes(); e++) {
      Episode episode = clips.episode(e);
      if (Arrays.stream(episode.actions()).anyMatch(DeadReckoning::changes)) {
        colouring.watch(
            episode.players().stream().map(Player::pose).toList(),
            episode.actions(),
            frame -> {
              float[] picture = new float[episode.frameBytes()];
              ClipSet.toFloats(episode, frame, picture, 0);
              return picture;
            });
      }
    }
    return colouring.atlas();
  }

  /**
   * What others know who were not there.
   *
   * @param all of these views, see {@link #atlas}
   * @param episode whose views are left out
   */
  Atlas without(Atlas all, int episode) {
    return all.without(view -> places.get(view).episode() == episode);
  }

  /** Where one of them was seen from. */
  Pose pose(ClipSet.Place place) {
    return pose(clips, place);
  }

  private static Pose pose(LatentClips clips, ClipSet.Place place) {
    return clips.episode(place.episode()).players().get(place.frame()).pose();
  }
}
