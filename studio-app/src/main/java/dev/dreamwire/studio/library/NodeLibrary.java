package dev.dreamwire.studio.library;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.editor.model.NodeOffer;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.i18n.NodeTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The installed node types, by category, to search and to add from: with a row's plus button, by
 * dragging a row into the graph, with a double click or with Enter.
 */
public final class NodeLibrary extends VBox {
  private static final double HELP_WIDTH = 320;
  private static final double ROW_HEIGHT = 29;

  private final Supplier<List<NodeOffer>> offers;
  private final NodeTexts texts;
  private final Messages messages;
  private final Consumer<NodeOffer> add;
  private final CustomTextField search = new CustomTextField();
  private List<NodeOffer> shown = List.of();
  private final Label unread = new Label(null, new FontIcon(Feather.ALERT_TRIANGLE));
  private final ListView<Row> list = new ListView<>();

  /** A row of the list. */
  private sealed interface Row {}

  private record Heading(NodeSpec.Category category) implements Row {}

  private record Entry(NodeOffer type) implements Row {}

  /**
   * A library.
   *
   * @param offers what can be added now; call {@link #refresh} when it may be something else
   * @param add adds a node of a type to the graph
   */
  public NodeLibrary(
      NodeRegistry registry,
      Supplier<List<NodeOffer>> offers,
      Messages messages,
      Consumer<NodeOffer> add) {
    this.offers = offers;
    this.messages = messages;
    this.add = add;
    this.texts = new NodeTexts(registry, messages);
    getStyleClass().add("library");
    search.setId("library-search");
    search.setLeft(new FontIcon(Feather.SEARCH));
    search.setPromptText(messages.get("library.search"));
    search.setAccessibleText(messages.get("library.search"));
    search.getStyleClass().add(Styles.SMALL);
    search.textProperty().subscribe(this::find);
    list.setId("library-list");
    list.setAccessibleText(messages.get("library.title"));
    list.setFixedCellSize(ROW_HEIGHT);
    list.setPlaceholder(new Label(messages.get("library.none")));
    list.setCellFactory(view -> new Cell());
    list.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            addSelected();
          }
        });
    list.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            addSelected();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    unread.setId("library-unread");
    unread.getStyleClass().add("library-unread");
    unread.setWrapText(true);
    showUnread(List.of());
    getChildren().addAll(search, list, unread);
  }

  /** Tells of published subgraphs that cannot be read: a sentence for each. */
  public void showUnread(List<String> sentences) {
    unread.setVisible(!sentences.isEmpty());
    unread.setManaged(!sentences.isEmpty());
    if (!sentences.isEmpty()) {
      unread.setText(messages.get("library.unread", sentences.size(), sentences.getFirst()));
      unread.setTooltip(new Tooltip(String.join("\n", sentences)));
    }
  }

  /** Lists what can be added now. */
  public void refresh() {
    if (!offers.get().equals(shown)) {
      find(search.getText());
    }
  }

  private void addSelected() {
    if (list.getSelectionModel().getSelectedItem() instanceof Entry(var type)) {
      add.accept(type);
    }
  }

  private void find(String text) {
    shown = offers.get();
    String wanted = text.strip().toLowerCase(messages.locale());
    List<Row> rows = new ArrayList<>();
    for (NodeSpec.Category category : NodeSpec.Category.values()) {
      List<Entry> found =
          shown.stream()
              .filter(type -> type.spec().category() == category)
              .filter(type -> matches(type.spec(), wanted))
              .map(Entry::new)
              .toList();
      if (!found.isEmpty()) {
        rows.add(new Heading(category));
        rows.addAll(found);
      }
    }
    list.getItems().setAll(rows);
  }

  private boolean matches(NodeSpec spec, String wanted) {
    String all = texts.title(spec) + " " + spec.title() + " " + spec.id();
    return all.toLowerCase(messages.locale()).contains(wanted);
  }

  /** A row on screen. */
  private final class Cell extends ListCell<Row> implements NodeTypeDrag.Source {
    private final Label name = new Label();
    private final FontIcon dot = new FontIcon(Feather.CIRCLE);
    private final Button plus = new Button(null, new FontIcon(Feather.PLUS));
    private final HBox entry = new HBox(dot, name, new Spacer(), plus);

    Cell() {
      entry.getStyleClass().add("library-entry");
      name.setMinWidth(0);
      plus.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "library-add");
      plus.setFocusTraversable(false);
      plus.visibleProperty().bind(hoverProperty().or(selectedProperty()));
      plus.setOnAction(
          e -> {
            if (getItem() instanceof Entry(var type)) {
              add.accept(type);
            }
          });
      setPrefWidth(0);
      NodeTypeDrag.beginAt(this);
    }

    @Override
    public Optional<NodeOffer> draggedType() {
      return getItem() instanceof Entry(var type) ? Optional.of(type) : Optional.empty();
    }

    @Override
    protected void updateItem(Row row, boolean none) {
      super.updateItem(row, none);
      getStyleClass().removeAll("heading", "entry");
      setTooltip(null);
      setText(null);
      setGraphic(null);
      switch (none ? null : row) {
        case null -> {}
        case Heading(var category) -> {
          getStyleClass().add("heading");
          setText(texts.category(category));
        }
        case Entry(var type) -> show(type.spec());
      }
    }

    private void show(NodeSpec spec) {
      getStyleClass().add("entry");
      name.setText(texts.title(spec));
      dot.getStyleClass()
          .setAll(
              "ikonli-font-icon", "category-" + spec.category().name().toLowerCase(Locale.ROOT));
      plus.setAccessibleText(messages.get("library.add", texts.title(spec)));
      plus.setTooltip(new Tooltip(messages.get("library.add", texts.title(spec))));
      setGraphic(entry);
      setTooltip(help(spec));
    }

    private Tooltip help(NodeSpec spec) {
      Tooltip tooltip = new Tooltip(texts.help(spec));
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(HELP_WIDTH);
      tooltip.setShowDelay(Duration.millis(400));
      return tooltip;
    }
  }
}
