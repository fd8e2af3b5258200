package dev.dreamwire.runtime.screen;

import dev.dreamwire.runtime.text.Texts;

/** The screen cannot be recorded; the message says why and what to do. */
public final class ScreenException extends RuntimeException {
  private static final String TEXTS = "dev.dreamwire.runtime.screen.messages";

  private ScreenException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * One with a sentence in the language of the person's windows.
   *
   * @param cause may be null
   * @param args what the sentence speaks of
   */
  static ScreenException of(Throwable cause, String key, Object... args) {
    return new ScreenException(Texts.display(TEXTS).get(key, args), cause);
  }
}
