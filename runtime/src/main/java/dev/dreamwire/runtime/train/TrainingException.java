package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.text.Texts;

/** Training cannot go on; the message says why and what to do. */
public final class TrainingException extends RuntimeException {
  private static final String TEXTS = "dev.dreamwire.runtime.train.messages";

  public TrainingException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * One with a sentence in the language of the person's windows.
   *
   * @param cause may be null
   * @param args what the sentence speaks of
   */
  static TrainingException of(Throwable cause, String key, Object... args) {
    return new TrainingException(Texts.display(TEXTS).get(key, args), cause);
  }
}
