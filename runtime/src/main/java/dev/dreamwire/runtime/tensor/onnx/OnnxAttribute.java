package dev.dreamwire.runtime.tensor.onnx;

import java.util.List;

/** A fixed property of a node. */
sealed interface OnnxAttribute {
  /** Its name in the operator's definition. */
  String name();

  /** One whole number. */
  record Int(String name, long value) implements OnnxAttribute {}

  /** Whole numbers. */
  record Ints(String name, List<Long> values) implements OnnxAttribute {}

  /** One number. */
  record Real(String name, float value) implements OnnxAttribute {}

  /** A text. */
  record Text(String name, String value) implements OnnxAttribute {}
}
