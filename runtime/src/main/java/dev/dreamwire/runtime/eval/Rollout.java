package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;

/**
 * A dream beside the truth: the same first picture, the same actions.
 *
 * @param truth what the world shows
 * @param dream what the model shows, in the 256 levels of a screen; its first frame is the truth's
 */
record Rollout(Episode truth, Episode dream) {}
