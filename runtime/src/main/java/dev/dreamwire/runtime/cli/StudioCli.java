package dev.dreamwire.runtime.cli;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.runtime.engine.PlanException;
import dev.dreamwire.runtime.graph.InstalledNodes;
import dev.dreamwire.runtime.preset.PlatformFolders;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import dev.dreamwire.runtime.preset.PresetException;
import dev.dreamwire.runtime.text.Texts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The command line. Exit codes: 0 done, 1 failed while running, 2 bad input; a failure is one line
 * on the error stream saying what, where and what to do.
 */
public final class StudioCli {
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  private StudioCli() {}

  /** Runs a command with the process' own streams. */
  public static int run(Opener opener, String... args) {
    return run(opener, new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
  }

  /**
   * Runs a command.
   *
   * @param opener opens the window when a command asks for it
   * @return the exit code
   */
  public static int run(Opener opener, PrintWriter out, PrintWriter err, String... args) {
    InstalledNodes installed = InstalledNodes.find(PlatformFolders.current().plugins());
    CliContext context =
        new CliContext(
            out,
            err,
            new Texts(CliContext.TEXTS, Locale.getDefault(Locale.Category.DISPLAY)),
            installed.registry(),
            PresetCatalogue.shipped());
    installed.failures().forEach(failure -> context.tell("plugin.broken", failure));
    CommandLine line = new CommandLine(new StudioCommand(opener));
    line.addSubcommand(new OpenCommand(opener, context));
    line.addSubcommand(new PlayCommand(context));
    line.addSubcommand(new CheckCommand(context));
    line.addSubcommand(new BenchCommand(opener, context));
    line.addSubcommand(new NodesCommand(context));
    line.addSubcommand(new RecordCommand(context));
    line.addSubcommand(new TrainCommand(context));
    line.addSubcommand(new EvalCommand(context));
    CommandLine verify = new CommandLine(new VerifyCommand(context));
    verify.addSubcommand(new VerifyOasisCommand(context));
    line.addSubcommand(verify);
    CommandLine take = new CommandLine(new ImportCommand(context));
    take.addSubcommand(new ImportOasisCommand(context));
    take.addSubcommand(new ImportVideosCommand(context));
    line.addSubcommand(take);
    line.addSubcommand(new HelpCommand());
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler((e, ignored) -> complain(context, e.getMessage(), BAD_INPUT));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(context, e));
    return line.execute(args);
  }

  private static int failed(CliContext context, Exception e) {
    return switch (e) {
      case InputException bad -> complain(context, bad.getMessage(), BAD_INPUT);
      case PresetException bad -> complain(context, bad.getMessage(), BAD_INPUT);
      case PlanException bad ->
          complain(
              context,
              bad.problems().size() == 1
                  ? bad.problems().getFirst().toString()
                  : context
                      .texts()
                      .get("plan.errors", bad.problems().getFirst(), bad.problems().size() - 1),
              BAD_INPUT);
      case NodeException bad -> complain(context, bad.getMessage(), BAD_INPUT);
      default -> {
        LoggerFactory.getLogger(StudioCli.class).debug("a command failed", e);
        yield complain(context, Objects.requireNonNullElse(e.getMessage(), e.toString()), FAILED);
      }
    };
  }

  private static int complain(CliContext context, String message, int code) {
    context.err().println("studio: " + message.lines().findFirst().orElse(""));
    context.err().flush();
    return code;
  }
}
