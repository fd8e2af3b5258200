/** Trainers. */
package dev.dreamwire.runtime.train;
