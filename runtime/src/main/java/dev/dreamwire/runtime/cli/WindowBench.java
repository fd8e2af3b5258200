package dev.dreamwire.runtime.cli;

import java.util.function.Consumer;

/**
 * A measurement with the window open and playing in real time.
 *
 * @param seconds how long to measure, after some seconds of warming up
 * @param width of the window, in logical pixels
 * @param height of the window, in logical pixels
 * @param done gets what was measured, on the window's thread
 */
public record WindowBench(int seconds, int width, int height, Consumer<WindowFigures> done) {}
