/** Readings of {@link dev.dreamwire.api.tensor.Ops} and stored weights. */
package dev.dreamwire.runtime.tensor;
