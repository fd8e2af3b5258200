package dev.dreamwire.editor.gesture;

import javafx.scene.Cursor;

/** What a person does between pressing a button and letting it go. Window thread only. */
interface Gesture {
  /** Pixels that the pointer may tremble before a press counts as a drag. */
  double THRESHOLD = 3;

  /** The pointer has moved. */
  void drag(Pointer pointer);

  /** The button was let go. */
  void release(Pointer pointer);

  /** The person thought better of it: everything is as before. */
  void cancel();

  /** How the pointer looks meanwhile. */
  default Cursor cursor() {
    return Cursor.DEFAULT;
  }
}
