package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.onnx.OnnxModel;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/** A program in ONNX Runtime, which reads and writes our buffers without copying. */
final class OrtExecutable implements Executable {
  private final String name;
  private final OrtSession session;
  private final OrtSession.RunOptions options;
  private final TensorBuffers inputs;
  private final TensorBuffers outputs;

  /** Null unless times are measured. */
  private final OrtProfile profile;

  private boolean closed;

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
    try {
      this.options = new OrtSession.RunOptions();
    } catch (OrtException e) {
      this.inputs.close();
      this.outputs.close();
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
      session.run(inputs.tensors(), Set.of(), outputs.tensors(), options).close();
    } catch (OrtException e) {
      throw new BackendException(name + " failed on the cpu backend: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void interrupt() {
    if (closed) {
      return;
    }
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      throw new BackendException(name + " could not be stopped: " + e.getMessage(), e);
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
  public synchronized void close() {
    closed = true;
    options.close();
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
