package dev.dreamwire.studio.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.runtime.engine.PlanProgress;
import dev.dreamwire.runtime.preset.PresetPrivacy;
import dev.dreamwire.studio.theme.Look;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence of the window is there in both languages, is used, and is not written twice. */
class BundleTest {
  private static final Path FOLDER = Path.of("src/main/resources/dev/dreamwire/studio");
  private static final Path ENGLISH = FOLDER.resolve("studio.properties");
  private static final Path CHINESE = FOLDER.resolve("studio_zh_CN.properties");
  private static final Path SOURCES = Path.of("src/main/java");

  private static Map<String, String> read(Path bundle) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(bundle)) {
      properties.load(in);
    }
    Map<String, String> out = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> out.put(key, properties.getProperty(key)));
    return out;
  }

  private static Set<String> places(String text) {
    return Pattern.compile("\\{(\\d)}")
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> usedKeys(Set<String> known) throws IOException {
    String prefixes =
        known.stream()
            .map(key -> key.replaceFirst("\\..*", ""))
            .distinct()
            .collect(Collectors.joining("|"));
    Pattern quoted = Pattern.compile("\"((?:" + prefixes + ")(?:\\.[A-Za-z]+)+)\"");
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        quoted.matcher(Files.readString(file)).results().forEach(r -> used.add(r.group(1)));
      }
    }
    known.stream().filter(key -> !key.contains(".")).forEach(used::add);
    Arrays.stream(NodeSpec.Category.values()).forEach(c -> used.add("category." + c.name()));
    Arrays.stream(Look.values()).forEach(look -> used.add("look." + look.name()));
    Arrays.stream(PresetPrivacy.values()).forEach(p -> used.add("privacy." + p.name()));
    Arrays.stream(PlanProgress.Phase.values())
        .forEach(p -> used.add("status.planning." + p.name()));
    used.remove("preferences.json");
    return used;
  }

  @Test
  void bothLanguagesSayTheSame() throws IOException {
    Map<String, String> english = read(ENGLISH);
    Map<String, String> chinese = read(CHINESE);
    assertEquals(english.keySet(), chinese.keySet());
    english.forEach((key, text) -> assertEquals(places(text), places(chinese.get(key)), key));
  }

  @Test
  void noSentenceIsMissingOrUnused() throws IOException {
    Set<String> known = read(ENGLISH).keySet();
    assertEquals(known, usedKeys(known));
  }

  @Test
  void noKeyIsWrittenTwice() throws IOException {
    for (Path bundle : List.of(ENGLISH, CHINESE)) {
      List<String> keys =
          Files.readAllLines(bundle).stream().map(line -> line.replaceFirst("=.*", "")).toList();
      assertEquals(List.copyOf(new TreeSet<>(keys)), keys.stream().sorted().toList());
    }
  }

  @Test
  void noSentenceHasAnApostropheThatWouldSwallowWhatFollows() throws IOException {
    for (Path bundle : List.of(ENGLISH, CHINESE)) {
      read(bundle).forEach((key, text) -> assertFalse(text.contains("'"), key));
    }
  }
}
