package dev.dreamwire.runtime.tensor;

/**
 * A reading that can tell parts of a program apart, so that time and cost can be told by part.
 * Parts are not nested; what is written outside of any belongs to the part {@code ""}.
 */
public interface Sections {
  /** What follows belongs to this part. */
  void section(String name);
}
