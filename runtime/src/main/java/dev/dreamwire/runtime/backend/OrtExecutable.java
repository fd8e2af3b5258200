package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.onnx.OnnxModel;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;

/** A program in ONNX Runtime, which reads and writes our buffers without copying. */
final class OrtExecutable implements Executable {
  private final String name;
  private final OrtSession session;
  private final TensorBuffers inputs;
  private final TensorBuffers outputs;

  /** Null unless times are measured. */
  private final OrtProfile profile;

  /**
   * Takes over a session and its profile, which are closed with this.
   *
   * @param name for messages
   */
  OrtExecutable(
      String name,
      OrtSession session,
      Map<String, Shape> inputs,
      Map<String, Shape> outputs,
      OrtProfile profile)
      throws OrtException {
    OrtEnvironment environment = OrtSessions.environment();
    this.name = name;
    this.session = session;
    this.profile = profile;
    this.inputs = new TensorBuffers(environment, inputs, OnnxModel::inputName);
    try {
      this.outputs = new TensorBuffers(environment, outputs, OnnxModel::outputName);
    } catch (OrtException | RuntimeException e) {
      this.inputs.close();
      throw e;
    }
  }

  @Override
  public Map<String, Shape> inputs() {
    return inputs.shapes();
  }

  @Override
  public Map<String, Shape> outputs() {
    return outputs.shapes();
  }

  @Override
  public FloatBuffer input(String input) {
    return inputs.buffer(input);
  }

  @Override
  public FloatBuffer output(String output) {
    return outputs.buffer(output);
  }

  @Override
  public void run() {
    try {
      session.run(inputs.tensors(), outputs.tensors()).close();
    } catch (OrtException e) {
      throw new BackendException(name + " failed on the cpu backend: " + e.getMessage(), e);
    }
  }

  @Override
  public Map<String, Double> shares() {
    if (profile == null) {
      return Map.of();
    }
    try {
      return profile.shares(session);
    } catch (OrtException | IOException e) {
      throw new BackendException(
          "the times of " + name + " could not be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    inputs.close();
    outputs.close();
    try {
      session.close();
      if (profile != null) {
        profile.close();
      }
    } catch (OrtException | IOException e) {
      throw new BackendException(name + " could not be closed: " + e.getMessage(), e);
    }
  }
}
