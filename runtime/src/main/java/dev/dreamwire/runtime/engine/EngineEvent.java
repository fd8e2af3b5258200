package dev.dreamwire.runtime.engine;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Problem;
import java.util.List;

/** What a {@link FrameLoop} tells. */
public sealed interface EngineEvent {
  /** A graph is being compiled, while the old one plays on. */
  record Planning(Graph graph) implements EngineEvent {}

  /** How far a graph that is being compiled is. */
  record Progressed(Graph graph, PlanProgress progress) implements EngineEvent {}

  /** A graph is not compiled after all: somebody cancelled; the old one plays on. */
  record PlanCancelled(Graph graph) implements EngineEvent {}

  /** A compiled graph took over at a frame boundary. */
  record PlanReady(Plan plan) implements EngineEvent {}

  /** A graph cannot be played; the old one plays on. */
  record PlanFailed(Graph graph, List<Problem> problems) implements EngineEvent {}

  /** A frame was made. */
  record FrameMade(FrameTimings timings) implements EngineEvent {}

  /** A node failed while a frame was made; play is paused. */
  record NodeFailed(Problem problem, Throwable cause) implements EngineEvent {}

  /** Play began or paused. */
  record PlayingChanged(boolean playing) implements EngineEvent {}

  /** Play started over. */
  record Restarted(long seed) implements EngineEvent {}

  /** The engine's thread ended by a fault of its own; nothing plays any more. */
  record Stopped(Throwable cause) implements EngineEvent {}
}
