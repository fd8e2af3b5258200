package dev.dreamwire.editor.outline;

import dev.dreamwire.editor.command.EditorAction;
import dev.dreamwire.editor.command.EditorAction.Group;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.PortEnd;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;

/**
 * A graph as a table: its nodes, and below each its inputs and where they come from, and its
 * parameters; then frames and comments. What is chosen here is chosen on the canvas too, and the
 * canvas's keys work here. Follows the graph only while it is in a window. Window thread only.
 */
public final class GraphOutline extends BorderPane {
  private static final double NAME_WIDTH = 190;
  private static final double KIND_WIDTH = 190;
  private static final double VALUE_WIDTH = 170;

  /** Texts of more letters may be cut, and are shown whole under the pointer. */
  private static final int LONG = 24;

  /** What the outline asks of the editor. */
  public interface Host {
    /** What a pressed key does on the canvas. */
    Optional<EditorAction> action(KeyEvent event);

    /** Does something with what is selected. */
    void run(EditorAction action);

    /** Brings a node into sight. */
    void reveal(NodeLayout node);

    /** Edits a parameter. */
    void edit(Field field);

    /** Gives the keyboard to the canvas. */
    void leave();
  }

  private final EditorModel model;
  private final Host host;
  private final OutlineTexts texts;
  private final TreeTableView<OutlineRow> table = new TreeTableView<>(new TreeItem<>());
  private final Map<String, TreeItem<OutlineRow>> items = new HashMap<>();
  private boolean following;

  /** An outline of a model's graph. */
  public GraphOutline(EditorModel model, TextSource names, EditorTexts editorTexts, Host host) {
    this.model = model;
    this.host = host;
    this.texts = new OutlineTexts(model, names, editorTexts);
    getStyleClass().add("graph-outline");
    getStylesheets()
        .add(GraphOutline.class.getResource("/dev/dreamwire/editor/editor.css").toExternalForm());
    table.setId("graph-outline");
    table.setShowRoot(false);
    table.setAccessibleText(texts.heading("title"));
    table.setPlaceholder(new Label(editorTexts.get("empty")));
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .setAll(
            List.of(
                column("name", NAME_WIDTH, texts::name),
                column("kind", KIND_WIDTH, texts::kind),
                column("value", VALUE_WIDTH, texts::value),
                column("problem", KIND_WIDTH, texts::problem)));
    table.setRowFactory(view -> new Row());
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    setCenter(table);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((Observable changed) -> selectedHere());
    for (Observable seen :
        List.of(
            sceneProperty(),
            model.graphProperty(),
            model.problemsProperty(),
            model.idleProperty())) {
      seen.addListener(changed -> refresh());
    }
    model.selectionProperty().addListener(changed -> selectedThere());
  }

  @Override
  public void requestFocus() {
    table.requestFocus();
  }

  private TreeTableColumn<OutlineRow, OutlineRow> column(
      String name, double width, Function<OutlineRow, String> text) {
    TreeTableColumn<OutlineRow, OutlineRow> column = new TreeTableColumn<>(texts.heading(name));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
    column.setCellFactory(
        view ->
            new TreeTableCell<>() {
              @Override
              protected void updateItem(OutlineRow row, boolean empty) {
                super.updateItem(row, empty);
                String shown = empty || row == null ? "" : text.apply(row);
                setText(shown);
                setGraphic(empty || row == null ? null : texts.graphic(row, name).orElse(null));
                setTooltip(shown.length() > LONG ? new Tooltip(shown) : null);
              }
            });
    return column;
  }

  private void refresh() {
    if (getScene() == null) {
      return;
    }
    List<TreeItem<OutlineRow>> rows = new ArrayList<>();
    for (NodeLayout node : model.layout().nodes()) {
      rows.add(item(node));
    }
    items.keySet().retainAll(model.graph().nodes().keySet());
    model
        .graph()
        .annotations()
        .values()
        .forEach(note -> rows.add(new TreeItem<>(new OutlineRow.OfNote(note))));
    List<TreeItem<OutlineRow>> shown = table.getRoot().getChildren();
    if (!values(shown).equals(values(rows))) {
      quietly(() -> table.getRoot().getChildren().setAll(rows));
      selectedThere();
    }
    table.refresh();
  }

  private static List<OutlineRow> values(List<TreeItem<OutlineRow>> items) {
    return items.stream().map(TreeItem::getValue).toList();
  }

  /** The row of a node, as it was opened and chosen, with what it says now. */
  private TreeItem<OutlineRow> item(NodeLayout node) {
    TreeItem<OutlineRow> item = items.computeIfAbsent(node.id(), id -> new TreeItem<>());
    if (!(item.getValue() instanceof OutlineRow.OfNode(var was)) || was != node) {
      OutlineRow.OfNode row = new OutlineRow.OfNode(node);
      item.setValue(row);
      List<OutlineRow> parts = row.parts();
      List<Object> before = item.getChildren().stream().map(i -> i.getValue().key()).toList();
      if (before.equals(parts.stream().map(OutlineRow::key).toList())) {
        for (int i = 0; i < parts.size(); i++) {
          item.getChildren().get(i).setValue(parts.get(i));
        }
      } else {
        item.getChildren().setAll(parts.stream().map(TreeItem::new).toList());
      }
    }
    return item;
  }

  /** Does something that must not be taken for a person's choice. */
  private void quietly(Runnable change) {
    boolean before = following;
    following = true;
    change.run();
    following = before;
  }

  private Set<String> chosen() {
    return rows().stream()
        .map(OutlineRow::node)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toSet());
  }

  private List<OutlineRow> rows() {
    return table.getSelectionModel().getSelectedItems().stream()
        .filter(Objects::nonNull)
        .map(TreeItem::getValue)
        .filter(Objects::nonNull)
        .toList();
  }

  private void selectedHere() {
    if (following) {
      return;
    }
    quietly(
        () -> {
          List<OutlineRow> rows = rows();
          model.select(chosen());
          if (rows.size() == 1) {
            model.layout().node(rows.getFirst().node()).ifPresent(host::reveal);
            if (rows.getFirst() instanceof OutlineRow.OfInput(var node, var socket)) {
              model.portFocusProperty().set(Optional.of(PortEnd.of(socket)));
            } else if (rows.getFirst() instanceof OutlineRow.OfParam(var node, var field)) {
              model.portFocusProperty().set(node.paramInput(field.param()).map(PortEnd::of));
            } else if (rows.getFirst() instanceof OutlineRow.OfNote(var note)) {
              model.select(note);
            }
          }
        });
  }

  private void selectedThere() {
    Set<String> wanted = new HashSet<>(model.selectionProperty().get());
    if (following || getScene() == null || wanted.equals(chosen())) {
      return;
    }
    quietly(
        () -> {
          table.getSelectionModel().clearSelection();
          for (String id : wanted) {
            Optional.ofNullable(items.get(id))
                .ifPresent(item -> table.getSelectionModel().select(item));
          }
          int first = table.getSelectionModel().getSelectedIndex();
          if (first >= 0) {
            table.scrollTo(first);
          }
        });
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      enter();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      host.leave();
      event.consume();
    } else {
      host.action(event)
          .filter(GraphOutline::worksHere)
          .ifPresent(
              action -> {
                run(action);
                event.consume();
              });
    }
  }

  /** What was done last may have left the input that is chosen here. */
  private void run(EditorAction action) {
    selectedHere();
    host.run(action);
  }

  /** Keys that go from row to row, or on to the next control, are the table's. */
  private static boolean worksHere(EditorAction action) {
    return switch (action) {
      case ADD, WIRE, EDIT, ESCAPE, GO_LEFT, GO_RIGHT, GO_UP, GO_DOWN, SELECT_ALL -> false;
      default -> action.group() != Group.ARRANGE;
    };
  }

  /** Opens what is chosen: a node's rows, an input's partners, a parameter. */
  private void enter() {
    TreeItem<OutlineRow> item = table.getSelectionModel().getSelectedItem();
    switch (item == null ? null : item.getValue()) {
      case OutlineRow.OfNode node -> item.setExpanded(!item.isExpanded());
      case OutlineRow.OfInput input -> run(EditorAction.CONNECT);
      case OutlineRow.OfParam(var node, var field) -> host.edit(field);
      case OutlineRow.OfNote note -> run(EditorAction.RENAME);
      case null -> {}
    }
  }

  /** A row, which says all of its cells to a screen reader. */
  private final class Row extends TreeTableRow<OutlineRow> {
    Row() {
      addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          click -> {
            boolean part = getItem() != null && !(getItem() instanceof OutlineRow.OfNode);
            if (click.getClickCount() == 2 && part) {
              enter();
            }
          });
      setOnContextMenuRequested(
          asked -> {
            if (getItem() != null) {
              run(EditorAction.MENU);
              asked.consume();
            }
          });
    }

    @Override
    protected void updateItem(OutlineRow row, boolean empty) {
      super.updateItem(row, empty);
      setAccessibleText(empty || row == null ? null : texts.spoken(row));
    }
  }
}
