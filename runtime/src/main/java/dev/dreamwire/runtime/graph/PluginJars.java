package dev.dreamwire.runtime.graph;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The jars of a plugin folder. Immutable.
 *
 * @param jars those that can be opened, by name
 * @param failures a sentence for each that cannot
 */
record PluginJars(List<Path> jars, List<String> failures) {
  PluginJars {
    jars = List.copyOf(jars);
    failures = List.copyOf(failures);
  }

  /** Looks at a folder; where there is none, there are no plugins. */
  static PluginJars in(Path folder) {
    List<Path> jars = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
          try (JarFile opened = new JarFile(file.toFile())) {
            jars.add(Path.of(opened.getName()));
          } catch (IOException e) {
            failures.add(file + " is no jar (" + e.getMessage() + "); copy it again");
          }
        }
      } catch (IOException e) {
        failures.add(folder + " cannot be read: " + e.getMessage());
      }
    }
    return new PluginJars(jars, failures);
  }

  /**
   * Loads their classes, as long as the program runs. All jars share one loader, so that a plugin
   * can bring a library as a jar of its own.
   */
  ClassLoader loader(ClassLoader parent) {
    return jars.isEmpty()
        ? parent
        : new URLClassLoader(
            "plugins", jars.stream().map(PluginJars::url).toArray(URL[]::new), parent);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every file has a URL", e);
    }
  }
}
