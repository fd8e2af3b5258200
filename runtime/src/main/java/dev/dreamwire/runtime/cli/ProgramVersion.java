package dev.dreamwire.runtime.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar knows it. */
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {
      "Dreamwire Studio " + Objects.requireNonNullElse(version, "(development)")
    };
  }
}
