package dev.dreamwire.editor.outline;

import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.runtime.graph.Annotation;
import java.util.List;
import java.util.stream.Stream;

/** A row of the outline: a node, one of its inputs or parameters, or a frame or comment. */
sealed interface OutlineRow {
  /** Id of the node that it belongs to; empty for a frame or comment. */
  String node();

  /** What stays the same while the graph changes. */
  Object key();

  /** A node. */
  record OfNode(NodeLayout layout) implements OutlineRow {
    @Override
    public String node() {
      return layout.id();
    }

    @Override
    public Object key() {
      return node();
    }

    /** Its inputs, then its parameters. */
    List<OutlineRow> parts() {
      Stream<OutlineRow> inputs =
          layout.inputs().stream().map(socket -> new OfInput(layout, socket));
      Stream<OutlineRow> params =
          layout.face().spec().params().stream()
              .map(param -> new OfParam(layout, layout.field(param)));
      return Stream.concat(inputs, params).toList();
    }
  }

  /** An input of a node. */
  record OfInput(NodeLayout layout, Socket socket) implements OutlineRow {
    @Override
    public String node() {
      return layout.id();
    }

    @Override
    public Object key() {
      return socket.ref();
    }
  }

  /** A frame or a comment. */
  record OfNote(Annotation note) implements OutlineRow {
    @Override
    public String node() {
      return "";
    }

    @Override
    public Object key() {
      return note.id();
    }
  }

  /** A parameter of a node. */
  record OfParam(NodeLayout layout, Field field) implements OutlineRow {
    @Override
    public String node() {
      return layout.id();
    }

    @Override
    public Object key() {
      return List.of(node(), field.param().name());
    }
  }
}
