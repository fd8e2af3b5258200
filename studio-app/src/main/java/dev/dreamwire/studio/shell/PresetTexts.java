package dev.dreamwire.studio.shell;

import dev.dreamwire.editor.model.FragmentTexts;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetException;
import dev.dreamwire.runtime.preset.PresetFile;
import dev.dreamwire.studio.i18n.Messages;
import java.nio.charset.StandardCharsets;

/** Copied nodes are a preset of their own: its text can be mailed, saved as a file, and opened. */
final class PresetTexts implements FragmentTexts {
  private final Messages messages;

  PresetTexts(Messages messages) {
    this.messages = messages;
  }

  @Override
  public String write(Graph fragment) {
    String name = messages.get("clipboard.name");
    return new String(PresetFile.format(Preset.of(name, fragment)), StandardCharsets.UTF_8);
  }

  @Override
  public Graph read(String text) {
    try {
      return PresetFile.parse(messages.get("clipboard.name"), text.getBytes(StandardCharsets.UTF_8))
          .graph();
    } catch (PresetException e) {
      throw new IllegalArgumentException(messages.get("clipboard.foreign"), e);
    }
  }
}
