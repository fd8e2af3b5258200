package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.runtime.oasis.ActionFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of actions in every form that an Action Script reads. Stateless. */
public final class ActionScripts {
  /** Endings of names, the commonest first. */
  public static final List<String> ENDINGS =
      List.of(".csv", ".txt", ".jsonl", ".one_hot_actions.pt", ".actions.pt");

  private ActionScripts() {}

  /**
   * Reads a file.
   *
   * @return a vector of {@link Vocabulary#OASIS} a frame, at least one
   * @throws IOException if it cannot be read or holds something else; the message says where
   */
  public static List<float[]> read(Path file) throws IOException {
    if (ActionFiles.knows(file)) {
      return ActionFiles.read(file);
    }
    try {
      return ActionScript.read("file", file.toString(), Files.readString(file), Vocabulary.OASIS)
          .frames();
    } catch (NodeException wrong) {
      throw new IOException(wrong.getMessage(), wrong);
    }
  }
}
