/**
 * Models as ONNX graphs (onnx.ai, IR version 10, operator set 20), written from Java. Operators are
 * named as in the ONNX and ONNX Runtime operator references.
 */
package dev.dreamwire.runtime.tensor.onnx;
