/** Noise schedules, parameterisations, samplers, context noise and training noise. */
package dev.dreamwire.runtime.diffusion;
