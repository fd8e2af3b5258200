package dev.dreamwire.runtime.node;

import java.util.Optional;

/** The pictures that a preset offers to start from, as a service for nodes. */
@FunctionalInterface
public interface SceneGallery {
  /** The file of a scene's picture, as the preset names it, if there is a scene of that name. */
  Optional<String> image(String scene);
}
