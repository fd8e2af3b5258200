package dev.dreamwire.studio.errors;

/**
 * Something to tell a person in a sentence.
 *
 * @param kind how bad it is
 * @param text the sentence, in the window's language
 */
public record Notice(Kind kind, String text) {
  /** How bad a notice is. */
  public enum Kind {
    /** Something was done. */
    DONE,
    /** Something needs care. */
    WARNING,
    /** Something failed. */
    ERROR
  }

  public static Notice done(String text) {
    return new Notice(Kind.DONE, text);
  }

  public static Notice warning(String text) {
    return new Notice(Kind.WARNING, text);
  }

  public static Notice error(String text) {
    return new Notice(Kind.ERROR, text);
  }
}
