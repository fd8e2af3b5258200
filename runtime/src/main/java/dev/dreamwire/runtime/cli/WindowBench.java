package dev.dreamwire.runtime.cli;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A measurement with the window open and playing in real time.
 *
 * @param seconds how long to measure, after some seconds of warming up
 * @param width of the window, in logical pixels
 * @param height of the window, in logical pixels
 * @param setting name of the setting of the preset to play with; empty for it as it is
 * @param done gets what was measured, on the window's thread
 */
public record WindowBench(
    int seconds, int width, int height, Optional<String> setting, Consumer<WindowFigures> done) {}
