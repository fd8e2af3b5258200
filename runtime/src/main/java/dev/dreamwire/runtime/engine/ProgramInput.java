package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.graph.PortRef;

/** Where an input of a program comes from every frame. */
sealed interface ProgramInput {
  /** Its name in the program. */
  String name();

  Shape shape();

  /** A tensor that a host node or an earlier program made in this frame. */
  record Value(String name, Shape shape, PortRef from) implements ProgramInput {}

  /** The previous frame's value of what is wired to a feedback input. */
  record Register(String name, Shape shape, PortRef input) implements ProgramInput {}

  /** The last values that a node pushed; {@code shape} has the capacity in front. */
  record Ring(String name, Shape shape) implements ProgramInput {}

  /** A live parameter. */
  record Live(String name, Shape shape, String node, String param) implements ProgramInput {}

  /** What a node writes before every frame. */
  record Filled(String name, Shape shape, String node, TensorScope.FrameFill fill)
      implements ProgramInput {}

  /** Fresh noise. */
  record Noise(String name, Shape shape) implements ProgramInput {}
}
