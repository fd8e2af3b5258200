package dev.dreamwire.runtime.oasis;

import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.pickle.PickleValue;
import dev.dreamwire.runtime.tensor.pickle.TorchArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Recorded actions in the files of Oasis and VPT. Row i is the action that leads from frame i to
 * frame i + 1. Stateless; safe on every thread.
 */
public final class ActionFiles {
  private ActionFiles() {}

  /** Whether a file's name says that it is one of these. */
  public static boolean knows(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".pt") || name.endsWith(".jsonl");
  }

  /**
   * Reads a file: {@code .pt} as {@code torch.save} wrote it, either a tensor {@code [rows,25]}
   * ({@code .one_hot_actions.pt}) or a list of one dictionary a frame ({@code .actions.pt}); {@code
   * .jsonl} as VPT recorded it.
   *
   * @return one vector of 25 a frame, at least one
   * @throws IOException if it cannot be read or holds something else; the message says where
   */
  public static List<float[]> read(Path file) throws IOException {
    if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
      return VptRecording.read(file);
    }
    try (TorchArchive archive = TorchArchive.open(file)) {
      List<float[]> rows =
          switch (archive.root()) {
            case PickleValue.Tensor tensor -> vectors(file, archive.read(tensor));
            case PickleValue.Sequence list -> frames(file, list);
            default ->
                throw new IOException(file + " holds neither a tensor nor a list of actions");
          };
      if (rows.isEmpty()) {
        throw new IOException(file + " holds no frames");
      }
      return rows;
    }
  }

  private static List<float[]> vectors(Path file, TensorData data) throws IOException {
    Shape shape = data.shape();
    if (shape.rank() != 2 || shape.dim(1) != OasisActions.COLUMNS) {
      throw new IOException(file + " holds a tensor of " + shape + "; actions are [frames, 25]");
    }
    float[] values = data.toFloats();
    List<float[]> out = new ArrayList<>();
    for (int row = 0; row < shape.size(0); row++) {
      float[] vector = new float[OasisActions.COLUMNS];
      System.arraycopy(values, row * vector.length, vector, 0, vector.length);
      for (int column = 0; column < vector.length; column++) {
        float low = OasisActions.isCamera(column) ? -1 : 0;
        if (!(vector[column] >= low && vector[column] <= 1)) {
          throw new IOException(
              file
                  + ", frame "
                  + row
                  + ": "
                  + Vocabulary.OASIS.names().get(column)
                  + " is "
                  + vector[column]
                  + ", which is no action");
        }
      }
      out.add(vector);
    }
    return out;
  }

  private static List<float[]> frames(Path file, PickleValue.Sequence list) throws IOException {
    List<float[]> out = new ArrayList<>();
    for (PickleValue item : list.items()) {
      String where = file + ", frame " + out.size() + ": ";
      if (!(item instanceof PickleValue.Dict frame)) {
        throw new IOException(where + "is no dictionary of actions");
      }
      int[] buttons = new int[OasisActions.COLUMNS - 2];
      int button = 0;
      for (int column = 0; column < OasisActions.COLUMNS; column++) {
        if (!OasisActions.isCamera(column)) {
          buttons[button++] = button(where, Vocabulary.OASIS.names().get(column), frame);
        }
      }
      int[] camera = camera(where, frame.get("camera"));
      out.add(OasisActions.vector(buttons, camera[0], camera[1]));
    }
    return out;
  }

  private static int button(String where, String name, PickleValue.Dict frame) throws IOException {
    if (frame.get(name) instanceof PickleValue.Int value
        && (value.value() == 0 || value.value() == 1)) {
      return (int) value.value();
    }
    throw new IOException(where + "the button " + name + " must be 0 or 1");
  }

  /** Two buckets in a NumPy array of 64-bit integers: shape, element type, order, bytes. */
  private static int[] camera(String where, PickleValue value) throws IOException {
    if (value instanceof PickleValue.Array array
        && array.state().size() == 5
        && array.state().get(2) instanceof PickleValue.Text type
        && type.value().equals("i8")
        && array.state().get(4) instanceof PickleValue.Bytes bytes
        && bytes.value().length == 2 * Long.BYTES) {
      ByteBuffer numbers = ByteBuffer.wrap(bytes.value()).order(ByteOrder.LITTLE_ENDIAN);
      long pitch = numbers.getLong();
      long yaw = numbers.getLong();
      if (OasisActions.isBucket(pitch) && OasisActions.isBucket(yaw)) {
        return new int[] {(int) pitch, (int) yaw};
      }
    }
    throw new IOException(where + "camera must be two whole numbers 0..80");
  }
}
