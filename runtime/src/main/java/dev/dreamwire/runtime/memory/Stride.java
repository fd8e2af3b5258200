package dev.dreamwire.runtime.memory;

/**
 * How far an action takes a player in a frame, on open ground.
 *
 * @param turn degrees of a full {@code cameraY}
 * @param tilt degrees of a full {@code cameraX}
 * @param walk blocks
 * @param sprint blocks
 */
public record Stride(double turn, double tilt, double walk, double sprint) {}
