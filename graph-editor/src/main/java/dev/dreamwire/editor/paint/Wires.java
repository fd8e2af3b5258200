package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.runtime.graph.PortRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which ports have a wire.
 *
 * @param sources the output of the wire at each input
 * @param outputs with a wire
 */
record Wires(Map<PortRef, PortRef> sources, Set<PortRef> outputs) {
  /** No wires, where they do not matter. */
  static final Wires NONE = new Wires(Map.of(), Set.of());

  /** Those of a layout. */
  static Wires of(Collection<WireLayout> wires) {
    Map<PortRef, PortRef> sources = new HashMap<>();
    Set<PortRef> outputs = new HashSet<>();
    for (WireLayout wire : wires) {
      outputs.add(wire.wire().from());
      sources.put(wire.wire().to(), wire.wire().from());
    }
    return new Wires(sources, outputs);
  }

  /** Whether a port has one. */
  boolean at(Socket socket) {
    return socket.output() ? outputs.contains(socket.ref()) : sources.containsKey(socket.ref());
  }

  /** What an input is wired to. */
  Optional<PortRef> into(PortRef input) {
    return Optional.ofNullable(sources.get(input));
  }
}
