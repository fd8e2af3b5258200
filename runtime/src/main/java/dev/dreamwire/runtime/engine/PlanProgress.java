package dev.dreamwire.runtime.engine;

/**
 * How far a graph is on its way to play.
 *
 * @param phase what is being done
 * @param part which of the phase's parts, from 1
 * @param parts how many the phase has
 * @param name of the part: the nodes of a program; empty for none
 */
public record PlanProgress(Phase phase, int part, int parts, String name) {
  /** What is done, in this order. */
  public enum Phase {
    /** Files of models are opened. */
    LOADING,
    /** Programs are written, optimised and put into memory. */
    COMPILING,
    /** What play starts with is computed, such as the start picture's latent. */
    STARTING
  }
}
