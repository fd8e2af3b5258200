package dev.dreamwire.runtime.memory;

/**
 * How far an action takes a player in a frame, on open ground.
 *
 * @param turn degrees of a full {@code cameraY}
 * @param tilt degrees of a full {@code cameraX}
 * @param walk blocks
 * @param sprint blocks
 * @param steepest look up or down, degrees
 */
public record Stride(double turn, double tilt, double walk, double sprint, double steepest) {}
