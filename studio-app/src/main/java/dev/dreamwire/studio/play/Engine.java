package dev.dreamwire.studio.play;

import dev.dreamwire.api.node.Controls;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.engine.PlanProgress;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.memory.MemoryMap;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetFiles;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes frames beside the window's thread. Every call returns at once; what comes of it is told to
 * the {@link Host}.
 */
public interface Engine extends AutoCloseable {
  /** Plays a preset from its start, once it is compiled; until then the present one goes on. */
  void load(Preset preset, PresetFiles files);

  /**
   * Goes on with an edited preset: live parameters hold from the next frame, anything else is
   * compiled first, while the present one goes on.
   */
  void edit(Preset preset);

  /** Goes on making frames. */
  void play();

  /** Stops after the present frame. */
  void pause();

  /** Makes one frame while paused. */
  void step();

  /** Starts over from the scene. */
  void restart();

  /** Gives up what is being compiled; what played goes on. {@link #play} asks for it again. */
  void cancel();

  /**
   * Hands out values from now on, and no others; of any graph that is played. What is not watched
   * costs nothing.
   *
   * @param values {@code node/port} of outputs
   */
  void watch(Set<String> values);

  /** Stops for good. */
  @Override
  void close();

  /** Makes engines. */
  @FunctionalInterface
  interface Factory {
    /** An engine that plays nothing yet, paused. */
    Engine create(Host host);
  }

  /** Whom an engine works for. All calls come from the engine's threads. */
  interface Host {
    /** What a person holds down, asked for as late as possible before a frame is made. */
    Controls controls();

    /**
     * A picture for a viewport.
     *
     * @param node id of the viewport
     * @param rgb three planes of {@code width · height} values, −1..1; valid during the call
     */
    void picture(String node, FloatBuffer rgb, int width, int height);

    /**
     * A watched value of the frame that is being made.
     *
     * @param name {@code node/port}
     * @param value valid during the call
     */
    void watched(String name, TensorView value);

    /**
     * A frame is done.
     *
     * @param index frames made since play started: 0 for the first
     * @param millis how long it took to make
     * @param nodeMillis how long each node took, by id
     */
    void frame(long index, double millis, Map<String, Double> nodeMillis);

    /**
     * What a Metrics node found in the frame that is being made.
     *
     * @param node id of the node
     * @param figures by name, in a stable order
     */
    void measured(String node, Map<String, Double> figures);

    /**
     * What a Memory node holds while a frame is being made.
     *
     * @param node id of the node
     */
    void remembered(String node, MemoryMap map);

    /** A graph is being compiled. */
    void planning();

    /** A part of compiling a graph begins. */
    void progressed(PlanProgress progress);

    /** What was being compiled was given up. */
    void cancelled();

    /** What was compiled plays from now on. */
    void planned();

    /** Play began, or paused, be it of itself. */
    void playing(boolean playing);

    /** A graph could not be compiled, or play broke down. */
    void failed(List<Problem> problems);
  }
}
