/**
 * Reads what {@code torch.save} wrote, without running it: only tensors and plain values come out.
 */
package dev.dreamwire.runtime.tensor.pickle;
