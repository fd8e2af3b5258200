/** The reading that only counts: shapes, operations, bytes and weights. */
package dev.dreamwire.runtime.tensor.cost;
