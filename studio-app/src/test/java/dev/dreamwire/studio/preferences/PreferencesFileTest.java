package dev.dreamwire.studio.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.studio.i18n.Language;
import dev.dreamwire.studio.preferences.Preferences.WindowFrame;
import dev.dreamwire.studio.theme.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
  @TempDir private Path folder;
  private PreferencesFile file;

  @BeforeEach
  void open() {
    file = new PreferencesFile(folder.resolve("new"), Locale.CHINA);
  }

  @Test
  void whatWasChosenIsFoundAgain() {
    Preferences chosen =
        file.read()
            .withLook(Look.LIGHT)
            .withLanguage(Language.ENGLISH)
            .withSmooth(true)
            .withOverlay(false)
            .withRecent(folder.resolve("a.dreamwire.json"))
            .withFrame(new WindowFrame(900, 700, true));
    file.write(chosen);
    assertEquals(chosen, file.read());
  }

  @Test
  void aPersonWhoChoseNothingGetsTheSystemsLanguageAndTheDarkLook() {
    assertEquals(Language.CHINESE, file.read().language());
    assertEquals(Look.DARK, file.read().look());
  }

  @Test
  void brokenAndOddFilesDoNotKeepTheStudioFromStarting() throws IOException {
    Files.createDirectories(folder.resolve("new"));
    for (String text :
        new String[] {"", "{", "[1]", "{\"look\":7,\"recent\":\"x\",\"width\":[]}"}) {
      Files.writeString(folder.resolve("new/preferences.json"), text);
      assertEquals(Preferences.defaults(Locale.CHINA), file.read(), text);
    }
  }

  @Test
  void theLatestFileComesFirstAndTheListStaysShort() {
    Preferences preferences = file.read();
    for (int i = 0; i < 15; i++) {
      preferences = preferences.withRecent(folder.resolve("p" + i));
    }
    preferences = preferences.withRecent(folder.resolve("p12"));
    assertEquals(Preferences.MAX_RECENT, preferences.recent().size());
    assertEquals(folder.resolve("p12"), preferences.recent().getFirst());
    assertEquals(1, preferences.recent().stream().filter(p -> p.endsWith("p12")).count());
  }
}
