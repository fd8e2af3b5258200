/** Games dreamed in latents alone, without a graph around them. */
package dev.dreamwire.runtime.rollout;
