package dev.dreamwire.runtime.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code studio verify}: holds this program against what others computed. */
@Command(name = "verify", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private final CliContext context;

  @Spec private CommandSpec spec;

  VerifyCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        context.texts().get("verify.which", String.join(", ", spec.subcommands().keySet())));
  }
}
