package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a stored node that tell its state: {@code mode}, {@code collapsed}, {@code pinned}
 * and {@code picture}. Those that are as usual are left out. A field that holds something else, as
 * newer programs may write it, is not known here and stays with the node's unknown fields.
 */
final class NodeStateFields {
  private static final String MODE = "mode";
  private static final String COLLAPSED = "collapsed";
  private static final String PINNED = "pinned";
  private static final String PICTURE = "picture";

  private NodeStateFields() {}

  /** Takes the fields that are known out of a node's others. */
  static NodeState take(Map<String, Object> fields) {
    Optional<Mode> mode = mode(fields.get(MODE));
    mode.ifPresent(known -> fields.remove(MODE));
    return new NodeState(
        mode.orElse(Mode.ACTIVE),
        flag(fields, COLLAPSED),
        flag(fields, PINNED),
        flag(fields, PICTURE));
  }

  private static Optional<Mode> mode(Object value) {
    return Arrays.stream(Mode.values()).filter(mode -> name(mode).equals(value)).findFirst();
  }

  private static boolean flag(Map<String, Object> fields, String name) {
    return fields.get(name) instanceof Boolean && (Boolean) fields.remove(name);
  }

  static Map<String, Object> write(NodeState state) {
    Map<String, Object> out = new LinkedHashMap<>();
    if (state.mode() != Mode.ACTIVE) {
      out.put(MODE, name(state.mode()));
    }
    if (state.collapsed()) {
      out.put(COLLAPSED, true);
    }
    if (state.pinned()) {
      out.put(PINNED, true);
    }
    if (state.pictured()) {
      out.put(PICTURE, true);
    }
    return out;
  }

  private static String name(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
