package dev.dreamwire.editor.control;

/** What becomes of a value that a person gives in a control. Called on the window's thread. */
public interface ValueEdits {
  /** The value as it is in the middle of a gesture. */
  void preview(String value);

  /** The value as a gesture or a key left it. */
  void take(String value);
}
