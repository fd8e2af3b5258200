package dev.dreamwire.runtime.tensor.onnx;

import java.util.List;

/**
 * A call of an operator.
 *
 * @param domain of the operator: empty for ONNX itself
 * @param inputs names of values; an empty name leaves out an optional one
 */
record OnnxNode(
    String name,
    String domain,
    String operator,
    List<String> inputs,
    List<String> outputs,
    List<OnnxAttribute> attributes) {}
