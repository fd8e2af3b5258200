package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.preset.PresetCatalogue;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code studio open}: opens the window. */
@Command(name = "open", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
  private final Opener opener;
  private final CliContext context;

  @Parameters(arity = "0..1", paramLabel = "PRESET", descriptionKey = "preset")
  private String preset = PresetCatalogue.DEFAULT;

  OpenCommand(Opener opener, CliContext context) {
    this.opener = opener;
    this.context = context;
  }

  @Override
  public Integer call() {
    context.catalogue().open(preset);
    return opener.open(preset, Optional.empty());
  }
}
