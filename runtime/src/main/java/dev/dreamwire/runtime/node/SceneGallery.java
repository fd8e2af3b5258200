package dev.dreamwire.runtime.node;

import dev.dreamwire.runtime.memory.Pose;
import java.util.Optional;

/** The pictures that a preset offers to start from, as a service for nodes. */
@FunctionalInterface
public interface SceneGallery {
  /**
   * A picture to start from.
   *
   * @param image its file, as the preset names it
   * @param pose that it was seen from, if that is known
   */
  record View(String image, Optional<Pose> pose) {}

  /** The scene of that name, if there is one. */
  Optional<View> scene(String name);
}
