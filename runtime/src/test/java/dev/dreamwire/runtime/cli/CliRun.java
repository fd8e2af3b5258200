package dev.dreamwire.runtime.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What one call of the command line did. */
record CliRun(int code, String out, String err, List<String> opened) {
  static CliRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> opened = new ArrayList<>();
    Opener opener =
        (preset, bench) -> {
          opened.add(preset);
          return 0;
        };
    int code = StudioCli.run(opener, new PrintWriter(out), new PrintWriter(err), args);
    return new CliRun(code, out.toString(), err.toString(), opened);
  }
}
