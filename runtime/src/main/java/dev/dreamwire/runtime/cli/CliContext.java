package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import dev.dreamwire.runtime.text.Texts;
import java.io.PrintWriter;

/**
 * What the commands share.
 *
 * @param out for results that were asked for
 * @param err for events and complaints, one line each
 * @param texts the command line's sentences
 * @param registry the installed node types
 * @param catalogue the presets that ship
 */
record CliContext(
    PrintWriter out,
    PrintWriter err,
    Texts texts,
    NodeRegistry registry,
    PresetCatalogue catalogue) {
  static final String TEXTS = "dev.dreamwire.runtime.cli.messages";

  /** Tells an event, as a line of its own. */
  void tell(String key, Object... args) {
    err.println(texts.get(key, args));
    err.flush();
  }

  /** Bad input, for {@code throw}. */
  InputException bad(String key, Object... args) {
    return new InputException(texts.get(key, args));
  }
}
