package dev.dreamwire.runtime.tensor.pickle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pickles are read and never run. */
class UnpicklerTest {
  @Test
  void plainValuesComeOut() throws PickleException {
    PickleValue value = Unpickler.read("p", bytes("\u0080\u0002](K\u0001K\u0002\u0088Ne."));
    assertEquals(
        new PickleValue.Sequence(
            List.of(
                new PickleValue.Int(1),
                new PickleValue.Int(2),
                new PickleValue.Bool(true),
                new PickleValue.None())),
        value);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "\u0080\u0002cos~system~(X\u0002\u0000\u0000\u0000lstR.          | 2 | os.system",
        "\u0080\u0002cbuiltins~eval~.                                    | 2 | builtins.eval",
        "\u0080\u0002ctorch.hub~load~.                                   | 2 | torch.hub.load",
        "\u0080\u0002}(X\u0001\u0000\u0000\u0000aios~system~.            | 10 | opcode 0x69",
        "\u0080\u0002ccollections~OrderedDict~)\u0081.                   | 28 | opcode 0x81",
        "\u0080\u0002h\u0005.                                            | 2 | never noted",
        "\u0080\u0002Xzzzz                                               | 2 | are announced",
        "\u0080\u0002]                                                   | 3 | ends in the middle",
        "\u0080\u0002t.                                                  | 2 | mark is missing",
        "R                                                               | 0 | value is missing",
      },
      delimiter = '|')
  void anythingElseIsRefusedWhereItStands(String pickle, long offset, String reason) {
    PickleException refusal =
        assertThrows(
            PickleException.class,
            () -> Unpickler.read("evil.pt", bytes(pickle.strip().replace('~', '\n'))));
    assertEquals(offset, refusal.offset(), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    assertTrue(refusal.getMessage().startsWith("evil.pt, byte " + offset), refusal.getMessage());
  }

  @Test
  void aTensorBeyondItsStorageIsRefused() {
    String pickle =
        "\u0080\u0002ctorch._utils\n"
            + "_rebuild_tensor_v2\n"
            + "((X\u0007\u0000\u0000\u0000storagectorch\n"
            + "FloatStorage\n"
            + "X\u0001\u0000\u0000\u00000X\u0003\u0000\u0000\u0000cpuK\u0004tQK\u0000K\u0005\u0085K\u0001\u0085\u0089ccollections\n"
            + "OrderedDict\n"
            + ")RtR.";
    PickleException refusal =
        assertThrows(PickleException.class, () -> Unpickler.read("p", bytes(pickle)));
    assertTrue(refusal.getMessage().contains("storage of 4"), refusal.getMessage());
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
