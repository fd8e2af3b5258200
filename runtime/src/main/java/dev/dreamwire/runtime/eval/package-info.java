/** Metrics of a world model. */
package dev.dreamwire.runtime.eval;
