package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.runtime.memory.Atlas;
import dev.dreamwire.runtime.memory.AtlasFile;
import dev.dreamwire.runtime.memory.Camera;
import dev.dreamwire.runtime.memory.MemorySettings;
import dev.dreamwire.runtime.memory.Stride;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The parameters by which a Memory works. Stateless. */
public final class MemoryParams {
  /** The node type that has them. */
  public static final String TYPE = "dreamwire:memory";

  static final String ENABLED = "enabled";
  static final String ATLAS = "atlas";

  private MemoryParams() {}

  static Param[] params() {
    Stride usual = Stride.ISLAND;
    return new Param[] {
      Param.bool(ENABLED, true, true),
      Param.file(ATLAS, List.of("safetensors"), ""),
      Param.number("field_of_view", 0, 170, 0, false).in("°"),
      Param.number("eyes", 0, 100, 1.6, false).in("blocks"),
      Param.number("backdrop", 1, 1000, 12, false).in("blocks"),
      Param.integer("age", 1, 10_000, 9, false).in("frames"),
      Param.integer("capacity", 1, 100_000, 1024, false).in("frames"),
      Param.number("turn", -180, 180, usual.turn(), false).in("°"),
      Param.number("tilt", -180, 180, usual.tilt(), false).in("°"),
      Param.number("walk", 0, 10, usual.walk(), false).in("blocks"),
      Param.number("sprint", 0, 10, usual.sprint(), false).in("blocks"),
      Param.number("sneak", 0, 10, usual.sneak(), false).in("blocks"),
      Param.number("grip", 0.01, 1, usual.grip(), false),
      Param.number("jump", 0, 10, usual.jump(), false).in("blocks"),
      Param.number("gravity", 0, 10, usual.gravity(), false).in("blocks"),
      Param.number("steepest", 0, 90, usual.steepest(), false).in("°"),
      Param.number("radius", 0, 10, usual.radius(), false).in("blocks")
    };
  }

  /**
   * What a node's parameters say.
   *
   * @param files finds what they name
   * @throws NodeException if the atlas cannot be read
   */
  public static MemorySettings read(Params params, Function<String, Path> files) {
    return new MemorySettings(
        new Stride(
            params.number("turn"),
            params.number("tilt"),
            params.number("walk"),
            params.number("sprint"),
            params.number("sneak"),
            params.number("grip"),
            params.number("jump"),
            params.number("gravity"),
            params.number("steepest"),
            params.number("radius")),
        Math.toIntExact(params.integer("age")),
        Math.toIntExact(params.integer("capacity")),
        new Camera(
            params.number("field_of_view"), params.number("eyes"), params.number("backdrop")),
        atlas(params.text(ATLAS), files));
  }

  private static Optional<Atlas> atlas(String name, Function<String, Path> files) {
    if (name.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(AtlasFile.read(files.apply(name)));
    } catch (NodeException | IOException e) {
      throw new NodeException(ATLAS, e.getMessage(), e);
    }
  }
}
