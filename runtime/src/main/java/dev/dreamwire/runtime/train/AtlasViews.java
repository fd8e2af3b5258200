package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.memory.Atlas;
import dev.dreamwire.runtime.memory.DeadReckoning;
import dev.dreamwire.runtime.memory.Ground;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.world.Player;
import java.util.ArrayList;
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
   * Of views nearer to each other than a spacing one, and none of an episode in which something was
   * dug or placed before; none at all of episodes that do not know their poses.
   *
   * @param spacing see {@link Pose#distance}; 0 for no views
   */
  static AtlasViews choose(LatentClips clips, double spacing) {
    List<ClipSet.Place> chosen = new ArrayList<>();
    List<Pose> poses = new ArrayList<>();
    for (int e = 0; spacing > 0 && e < clips.episodes(); e++) {
      Episode episode = clips.episode(e);
      for (int f = 0; f < episode.players().size(); f++) {
        Pose pose = episode.players().get(f).pose();
        if (poses.stream().noneMatch(kept -> kept.distance(pose) < spacing)) {
          poses.add(pose);
          chosen.add(new ClipSet.Place(e, f));
        }
        if (DeadReckoning.changes(episode.actions()[f])) {
          break;
        }
      }
    }
    return new AtlasViews(clips, chosen);
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
    return clips.episode(place.episode()).players().get(place.frame()).pose();
  }
}
