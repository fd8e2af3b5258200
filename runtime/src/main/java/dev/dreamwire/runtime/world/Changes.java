package dev.dreamwire.runtime.world;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The columns of the world that somebody has dug in or built on, as they are now. Immutable; two
 * are equal if the world looks the same with them.
 */
public final class Changes {
  /** The world as it is built. */
  public static final Changes NONE = new Changes(new TreeMap<>());

  private final SortedMap<Integer, List<Span>> columns;
  private final int[] cells;
  private final long[] marks = new long[(WorldMap.SIZE * WorldMap.SIZE + 63) / 64];
  private final Stacks stacks;

  private Changes(SortedMap<Integer, List<Span>> columns) {
    this.columns = columns;
    this.cells = columns.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.stacks = new Stacks(List.copyOf(columns.values()));
    for (int cell : cells) {
      marks[cell >> 6] |= 1L << cell;
    }
  }

  /** Number of columns that are not as they were built. */
  public int size() {
    return cells.length;
  }

  /** These, and one column that now has other spans, from below. */
  Changes with(int cell, List<Span> spans) {
    SortedMap<Integer, List<Span>> more = new TreeMap<>(columns);
    more.put(cell, List.copyOf(spans));
    return new Changes(more);
  }

  boolean holds(int cell) {
    return (marks[cell >> 6] >>> cell & 1) != 0;
  }

  /** The changed columns, in the order of their cells. */
  Stacks stacks() {
    return stacks;
  }

  /** Number of a changed cell's column in {@link #stacks}. */
  int column(int cell) {
    int low = 0;
    int high = cells.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cells[middle] < cell) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Changes changes && columns.equals(changes.columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  @Override
  public String toString() {
    return "changes of " + size() + " columns";
  }
}
