package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.preset.PresetCatalogue;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code studio}: opens the window on the default preset. */
@Command(
    name = "studio",
    resourceBundle = CliContext.TEXTS,
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class StudioCommand implements Callable<Integer> {
  private final Opener opener;

  StudioCommand(Opener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    return opener.open(PresetCatalogue.DEFAULT, Optional.empty());
  }
}
