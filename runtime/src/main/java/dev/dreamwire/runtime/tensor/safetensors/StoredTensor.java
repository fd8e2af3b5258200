package dev.dreamwire.runtime.tensor.safetensors;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;

/**
 * One entry of a header.
 *
 * @param begin its first byte, counted from the end of the header
 * @param end one past its last byte
 * @param declaredAt where in the file the entry stands, for messages
 */
record StoredTensor(String name, DType type, Shape shape, long begin, long end, long declaredAt) {}
