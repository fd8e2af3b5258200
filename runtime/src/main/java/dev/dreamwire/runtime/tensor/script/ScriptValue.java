package dev.dreamwire.runtime.tensor.script;

import dev.dreamwire.api.tensor.Shape;

/**
 * A variable of a TorchScript program.
 *
 * @param name in the source
 * @param shape its static shape
 * @param half whether it holds bfloat16
 * @param fixed whether it is a constant or a weight, which never widens what it meets
 */
public record ScriptValue(String name, Shape shape, boolean half, boolean fixed) {}
