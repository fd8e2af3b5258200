/** Reads actions back from pictures, with a small network that is trained on the true world. */
package dev.dreamwire.runtime.eval.motion;
