package dev.dreamwire.runtime.memory;

import java.util.Optional;

/**
 * What a memory works by.
 *
 * @param stride how far actions take the player
 * @param age frames until a frame can be recalled
 * @param capacity most frames kept
 * @param camera by which recalled views are shifted, see {@link Reprojection}
 * @param atlas what is known before a game begins
 */
public record MemorySettings(
    Stride stride, int age, int capacity, Camera camera, Optional<Atlas> atlas) {}
