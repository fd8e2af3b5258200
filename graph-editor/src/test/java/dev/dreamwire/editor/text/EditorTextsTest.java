package dev.dreamwire.editor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditorTextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    Properties english = bundle("");
    Properties chinese = bundle("_zh_CN");
    assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
    for (String key : english.stringPropertyNames()) {
      assertEquals(places(english.getProperty(key)), places(chinese.getProperty(key)), key);
    }
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(m -> m.group()).collect(Collectors.toSet());
  }

  private static Properties bundle(String language) throws IOException {
    String name = "/" + EditorTexts.BUNDLE.replace('.', '/') + language + ".properties";
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            EditorTextsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  @Test
  void numbersAreShortAndExactEnough() {
    assertEquals("0.35", ValueText.number(0.35));
    assertEquals("1234", ValueText.number(1234.4));
    assertEquals("0", ValueText.number(0));
    assertEquals("0.1", ValueText.number(0.1 + 1e-9));
    assertEquals("0.04", ValueText.millis(0.042));
    assertEquals("12.7", ValueText.millis(12.71));
    assertEquals("120", ValueText.millis(120.4));
  }
}
