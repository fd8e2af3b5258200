package dev.dreamwire.runtime.memory;

/** A view that may have to be decoded first. */
interface Glimpse {
  /** Where it was seen from. */
  Pose pose();

  /** What was seen. */
  View view();
}
