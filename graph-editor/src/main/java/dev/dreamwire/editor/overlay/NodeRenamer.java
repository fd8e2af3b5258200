package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextField;

/** Gives a node another name, written over its header. Window thread only. */
final class NodeRenamer {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final double LEAST_WIDTH = 160;
  private static final double LINE = 30;

  private final EditorModel model;
  private final TextInPlace place;
  private final Callout callout;
  private final EditorTexts texts;

  NodeRenamer(EditorModel model, TextInPlace place, Callout callout, EditorTexts texts) {
    this.model = model;
    this.place = place;
    this.callout = callout;
    this.texts = texts;
  }

  void rename(NodeLayout node) {
    TextField control = new TextField(node.id());
    control.setAccessibleText(texts.get("rename", node.id()));
    Rectangle2D r = model.cameraProperty().get().toScreen(node.bounds());
    Rectangle2D room =
        new Rectangle2D(r.getMinX(), r.getMinY(), Math.max(LEAST_WIDTH, r.getWidth()), LINE);
    place.open(control, room, false, name -> rename(node.id(), name.strip(), room));
  }

  private void rename(String from, String to, Rectangle2D room) {
    if (from.equals(to) || !model.graph().nodes().containsKey(from)) {
      return;
    }
    boolean taken = model.graph().nodes().containsKey(to);
    if (taken || !NAME.matcher(to).matches()) {
      callout.refuse(
          texts.get(taken ? "rename.taken" : "rename.odd", to),
          new Point2D(room.getMinX(), room.getMaxY()));
      return;
    }
    boolean selected = model.selectionProperty().get().contains(from);
    model.seal();
    model.apply(new GraphEdit.RenameNode(from, to));
    model.seal();
    if (selected) {
      model.select(Set.of(to));
    }
  }
}
