package dev.dreamwire.runtime.eval;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What play looks like, in a few numbers.
 *
 * @param values all aspects
 */
record Look(Map<Aspect, Double> values) {
  Look {
    values = Map.copyOf(values);
  }

  double get(Aspect aspect) {
    return values.get(aspect);
  }

  /** The mean of several. */
  static Look mean(List<Look> looks) {
    Map<Aspect, Double> out = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      out.put(aspect, looks.stream().mapToDouble(l -> l.get(aspect)).average().orElseThrow());
    }
    return new Look(out);
  }
}
