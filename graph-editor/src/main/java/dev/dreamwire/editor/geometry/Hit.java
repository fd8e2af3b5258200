package dev.dreamwire.editor.geometry;

import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Wire;

/** What is under a point of the canvas. */
public sealed interface Hit {
  /** Nothing. */
  record Background() implements Hit {}

  /** A node, but none of its parts. */
  record OnNode(NodeLayout node) implements Hit {}

  /** The corner of a node where its badge is, if it has one. */
  record OnBadge(NodeLayout node) implements Hit {}

  /** A port. */
  record OnSocket(Socket socket) implements Hit {}

  /** A parameter. */
  record OnField(Field field) implements Hit {}

  /**
   * A frame's title bar, a comment, or the corner that either is resized by.
   *
   * @param corner whether it is the corner
   */
  record OnAnnotation(Annotation annotation, boolean corner) implements Hit {}

  /** A point that a wire is led through. */
  record OnReroute(Wire wire, int index) implements Hit {}

  /** A wire. */
  record OnWire(Wire wire) implements Hit {}
}
