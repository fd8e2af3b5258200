package dev.dreamwire.runtime.tensor.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can stand in a pickle. */
public sealed interface PickleValue {
  /** Nothing. */
  record None() implements PickleValue {}

  /** Yes or no. */
  record Bool(boolean value) implements PickleValue {}

  /** A whole number. */
  record Int(long value) implements PickleValue {}

  /** A number. */
  record Real(double value) implements PickleValue {}

  /** A text. */
  record Text(String value) implements PickleValue {}

  /** Raw bytes; not to be changed. */
  record Bytes(byte[] value) implements PickleValue {}

  /** A list or tuple; a list grows while it is read. */
  record Sequence(List<PickleValue> items) implements PickleValue {
    static Sequence empty() {
      return new Sequence(new ArrayList<>());
    }
  }

  /** A dictionary with keys in their order; it grows while it is read. */
  record Dict(Map<PickleValue, PickleValue> entries) implements PickleValue {
    static Dict empty() {
      return new Dict(new LinkedHashMap<>());
    }

    /** The value of a text key, or null. */
    public PickleValue get(String key) {
      return entries.get(new Text(key));
    }
  }

  /** One of the few allowed names of Python. */
  record Global(PickleGlobal name) implements PickleValue {}

  /**
   * A block of numbers in an archive.
   *
   * @param type how an element is written
   * @param key names its entry
   * @param count elements
   */
  record Storage(ElementKind type, String key, long count) implements PickleValue {}

  /**
   * A view of a storage.
   *
   * @param offset of its first element
   * @param shape sizes, row-major
   * @param stride elements from one index to the next, an axis each
   */
  record Tensor(Storage storage, long offset, long[] shape, long[] stride) implements PickleValue {}

  /**
   * A NumPy array, filled when its state is read.
   *
   * @param state shape, element type and bytes; empty until it was read
   */
  record Array(List<PickleValue> state) implements PickleValue {
    static Array empty() {
      return new Array(new ArrayList<>());
    }
  }
}
