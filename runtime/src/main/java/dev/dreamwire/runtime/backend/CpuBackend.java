package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.dreamwire.runtime.tensor.onnx.OnnxModel;
import dev.dreamwire.runtime.tensor.onnx.OnnxOptions;
import java.io.IOException;

/** Runs programs on the processor, with ONNX Runtime. */
public final class CpuBackend implements Backend {
  @Override
  public String id() {
    return "cpu";
  }

  @Override
  public Executable compile(Program program, CompileOptions options) {
    OnnxOptions form =
        switch (options.precision()) {
          case F32 -> OnnxOptions.fast();
          case INT8 -> OnnxOptions.int8(Int8Rule::quantizes);
        };
    try (OnnxModel model =
        OnnxModel.write(
            program.name(), program.inputs(), program.body(), program.weights(), form)) {
      return load(program, model, options);
    } catch (IllegalArgumentException | OrtException | IOException e) {
      throw new BackendException(
          "the cpu backend cannot compile " + program.name() + ": " + e.getMessage(), e);
    }
  }

  private static Executable load(Program program, OnnxModel model, CompileOptions options)
      throws OrtException, IOException {
    OrtProfile profile = options.profile() ? new OrtProfile() : null;
    OrtSession session = null;
    try {
      session = OrtSessions.open(model, options.threads(), profile);
      return new OrtExecutable(program.name(), session, program.inputs(), model.outputs(), profile);
    } catch (OrtException | RuntimeException e) {
      if (session != null) {
        session.close();
      }
      if (profile != null) {
        profile.close();
      }
      throw e;
    }
  }
}
