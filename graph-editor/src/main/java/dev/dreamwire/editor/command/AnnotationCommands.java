package dev.dreamwire.editor.command;

/** What keys do with frames and comments. */
public interface AnnotationCommands {
  /** Puts a frame around the selected nodes, or where the pointer is. */
  void frame();

  /** Puts a comment where the pointer is. */
  void comment();
}
