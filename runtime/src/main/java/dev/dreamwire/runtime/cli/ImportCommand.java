package dev.dreamwire.runtime.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code studio import}: takes in models of other makers. */
@Command(name = "import", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private final CliContext context;

  @Spec private CommandSpec spec;

  ImportCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        context.texts().get("import.which", String.join(", ", spec.subcommands().keySet())));
  }
}
