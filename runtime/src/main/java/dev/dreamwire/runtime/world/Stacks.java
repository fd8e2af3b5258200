package dev.dreamwire.runtime.world;

import java.util.ArrayList;
import java.util.List;

/**
 * Stacks of {@linkplain Span spans}, one a column, laid out flat so that they are read fast:
 * immutable, read by any number of threads. Column {@code c} has the spans {@code first[c]} up to
 * and without {@code first[c + 1]}, from below.
 */
final class Stacks {
  private static final Material[] MATERIALS = Material.values();

  final int[] first;
  final float[] bottom;
  final float[] top;
  final byte[] material;
  final boolean[] topSeen;
  final boolean[] bottomSeen;

  /** Lays out columns; each has its spans from below, no two overlapping. */
  Stacks(List<List<Span>> columns) {
    int count = columns.stream().mapToInt(List::size).sum();
    first = new int[columns.size() + 1];
    bottom = new float[count];
    top = new float[count];
    material = new byte[count];
    topSeen = new boolean[count];
    bottomSeen = new boolean[count];
    int at = 0;
    for (int column = 0; column < columns.size(); column++) {
      List<Span> spans = columns.get(column);
      first[column] = at;
      for (int i = 0; i < spans.size(); i++, at++) {
        Span span = spans.get(i);
        bottom[at] = span.bottom();
        top[at] = span.top();
        material[at] = (byte) span.material().ordinal();
        topSeen[at] = i + 1 == spans.size() || spans.get(i + 1).bottom() > span.top();
        bottomSeen[at] = i > 0 && spans.get(i - 1).top() < span.bottom();
      }
    }
    first[columns.size()] = at;
  }

  /** The spans of a column, from below. */
  List<Span> spans(int column) {
    List<Span> out = new ArrayList<>();
    for (int i = first[column]; i < first[column + 1]; i++) {
      out.add(new Span(bottom[i], top[i], MATERIALS[material[i]]));
    }
    return out;
  }
}
