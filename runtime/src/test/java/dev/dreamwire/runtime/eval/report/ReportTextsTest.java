package dev.dreamwire.runtime.eval.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReportTextsTest {
  private static final String BUNDLE = "dev.dreamwire.runtime.eval.report.report";

  private static TreeSet<String> keys(Locale locale) {
    return new TreeSet<>(
        ResourceBundle.getBundle(
                BUNDLE,
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .keySet());
  }

  @Test
  void theReportSpeaksBothLanguagesWhole() {
    ReportTexts english = new ReportTexts(Locale.ENGLISH);
    ReportTexts chinese = new ReportTexts(Locale.SIMPLIFIED_CHINESE);
    assertEquals(keys(Locale.ENGLISH), keys(Locale.SIMPLIFIED_CHINESE));
    long untranslated =
        keys(Locale.ENGLISH).stream()
            .filter(key -> english.get(key).equals(chinese.get(key)))
            .filter(key -> !english.get(key).matches("[A-Z0-9χ²ⁿ]+"))
            .count();
    assertEquals(0, untranslated);
  }
}
