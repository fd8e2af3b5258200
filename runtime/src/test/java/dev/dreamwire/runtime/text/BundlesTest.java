package dev.dreamwire.runtime.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.runtime.engine.PlanProgress;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence is there in both languages, is used, and is not written twice. */
class BundlesTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path SOURCES = Path.of("src/main/java");

  /** The editor names its edits by sentences of the graph. */
  private static final Path EDITOR = Path.of("../graph-editor/src/main/java");

  private static final Pattern EDIT = Pattern.compile("\"(edit\\.[A-Za-z]+)\"");

  /** Keys that the command line's library looks up. */
  private static final Pattern LOOKED_UP =
      Pattern.compile("usage\\..*|studio\\..*|mixinStandardHelpOptions\\..*");

  /** A fault is told where a node is checked, and where a change of its state is refused. */
  private static final Pattern FAULT = Pattern.compile("new Fault\\(\\s*\"([A-Za-z]+)\"");

  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(f -> f.endsWith("messages.properties")).sorted().toList();
    }
  }

  private static Path chinese(Path bundle) {
    return bundle.resolveSibling("messages_zh_CN.properties");
  }

  private static Map<String, String> read(Path bundle) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(bundle)) {
      properties.load(in);
    }
    Map<String, String> out = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(key -> out.put(key, properties.getProperty(key)));
    return out;
  }

  private static Set<String> find(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String sources(Path bundle) throws IOException {
    Path folder = SOURCES.resolve(RESOURCES.relativize(bundle.getParent()));
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : java(files)) {
        all.append(Files.readString(file));
      }
    }
    if (folder.endsWith("graph")) {
      try (Stream<Path> files = Files.walk(EDITOR)) {
        for (Path file : java(files)) {
          find(EDIT, Files.readString(file)).forEach(key -> all.append('"' + key + "\"\n"));
        }
      }
    }
    return all.toString();
  }

  /** Keys that the sources put together from two parts. */
  private static Set<String> putTogether(Path bundle) throws IOException {
    Set<String> keys = new TreeSet<>();
    if (bundle.getParent().endsWith("cli")) {
      for (PlanProgress.Phase phase : PlanProgress.Phase.values()) {
        keys.add("plan." + phase);
      }
    }
    for (String fault : find(FAULT, sources(bundle))) {
      keys.add("check." + fault);
      keys.add("refuse." + fault);
    }
    return keys;
  }

  private static List<Path> java(Stream<Path> files) {
    return files.filter(file -> file.toString().endsWith(".java")).toList();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void bothLanguagesSayTheSame(Path bundle) throws IOException {
    Map<String, String> english = read(bundle);
    Map<String, String> chinese = read(chinese(bundle));
    assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
    Pattern places = Pattern.compile("\\{(\\d)}");
    english.forEach(
        (key, text) -> assertEquals(find(places, text), find(places, chinese.get(key)), key));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noSentenceIsMissingOrUnused(Path bundle) throws IOException {
    Set<String> keys = new TreeSet<>(read(bundle).keySet());
    String prefixes =
        keys.stream()
            .map(k -> k.replaceFirst("\\..*", ""))
            .distinct()
            .collect(Collectors.joining("|"));
    Pattern quoted = Pattern.compile("\"((?:" + prefixes + ")(?:\\.[A-Za-z.]+)?)\"");
    Set<String> used = find(quoted, sources(bundle));
    used.removeIf(key -> !key.contains(".") && !keys.contains(key));
    used.addAll(putTogether(bundle));
    List.of(keys, used).forEach(set -> set.removeIf(key -> LOOKED_UP.matcher(key).matches()));
    assertEquals(keys, used);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noKeyIsWrittenTwice(Path bundle) throws IOException {
    for (Path file : List.of(bundle, chinese(bundle))) {
      List<String> keys = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        Matcher key = Pattern.compile("([A-Za-z.]+)\\s*=.*").matcher(line);
        if (key.matches()) {
          keys.add(key.group(1));
        }
      }
      assertEquals(List.copyOf(new TreeSet<>(keys)), keys.stream().sorted().toList());
    }
  }
}
