package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.memory.Atlas;
import dev.dreamwire.runtime.memory.DeadReckoning;
import dev.dreamwire.runtime.memory.Ground;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.world.Player;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

  /** What plays; empty where there are no views. */
  Optional<Atlas> atlas() {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    List<float[]> views = new ArrayList<>();
    for (ClipSet.Place place : places) {
      float[] view = new float[Math.toIntExact(clips.latentShape().count())];
      clips.copyLatent(place, view, 0);
      views.add(view);
    }
    Ground ground =
        Ground.of(
            IntStream.range(0, clips.episodes())
                .mapToObj(clips::episode)
                .flatMap(episode -> episode.players().stream())
                .map(Player::pose)
                .toList());
    return Optional.of(
        Atlas.of(clips.latentShape(), places.stream().map(this::pose).toList(), views, ground));
  }

  /** Where one of them was seen from. */
  Pose pose(ClipSet.Place place) {
    return pose(clips, place);
  }

  private static Pose pose(LatentClips clips, ClipSet.Place place) {
    return clips.episode(place.episode()).players().get(place.frame()).pose();
  }
}
