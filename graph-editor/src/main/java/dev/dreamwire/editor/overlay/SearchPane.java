package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.text.EditorTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A list that is searched by typing. Enter or a click takes the chosen line, Escape closes. Window
 * thread only.
 */
final class SearchPane extends VBox {
  static final double WIDTH = 320;
  static final double HEIGHT = 440;

  private static final double LINE = 32;

  /** A line of the list. */
  sealed interface Row {
    record Heading(String title) implements Row {}

    record Option(Choice choice) implements Row {}
  }

  private final Supplier<List<Choice>> source;
  private List<Choice> choices;
  private final Function<String, Optional<Choice>> typed;
  private final EditorTexts texts;
  private final Runnable close;
  private final TextField query = new TextField();
  private final ListView<Row> list = new ListView<>();
  private final Label help = new Label();

  /**
   * Shows choices.
   *
   * @param source what can be chosen; asked again when a favourite is marked
   * @param typed what the typed text itself stands for, if for anything
   * @param close takes the pane away
   */
  SearchPane(
      Supplier<List<Choice>> source,
      Function<String, Optional<Choice>> typed,
      String prompt,
      EditorTexts texts,
      Runnable close) {
    this.source = source;
    this.choices = source.get();
    this.texts = texts;
    this.typed = typed;
    this.close = close;
    getStyleClass().add("search-pane");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(prompt);
    setPrefSize(WIDTH, HEIGHT);
    query.setPromptText(prompt);
    query.setAccessibleText(prompt);
    query.textProperty().addListener(edited -> show());
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    FontIcon glass = new FontIcon(Feather.SEARCH);
    HBox bar = new HBox(glass, query);
    bar.getStyleClass().add("search-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(query, Priority.ALWAYS);
    list.setFixedCellSize(LINE);
    list.setCellFactory(view -> new RowCell());
    list.setFocusTraversable(false);
    list.setPlaceholder(new Label(texts.get("palette.nothing")));
    list.setAccessibleText(prompt);
    list.getSelectionModel().selectedItemProperty().addListener(chosen -> showHelp());
    VBox.setVgrow(list, Priority.ALWAYS);
    help.getStyleClass().add("search-help");
    help.setWrapText(true);
    help.setMinHeight(52);
    help.setMaxWidth(Double.MAX_VALUE);
    help.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(bar, list, help);
    show();
  }

  /** Puts the cursor in the search field. */
  void begin() {
    query.requestFocus();
  }

  private void show() {
    String text = query.getText().strip();
    list.getItems().setAll(text.isEmpty() ? grouped() : ranked(text));
    move(0, 1);
  }

  private List<Row> grouped() {
    List<Row> rows = new ArrayList<>();
    String group = null;
    for (Choice choice : choices) {
      if (!choice.group().equals(group)) {
        group = choice.group();
        rows.add(new Row.Heading(group));
      }
      rows.add(new Row.Option(choice));
    }
    return rows;
  }

  private List<Row> ranked(String text) {
    Set<List<String>> seen = new HashSet<>();
    Stream<Row> found =
        choices.stream()
            .filter(choice -> choice.score(text) > 0)
            .filter(choice -> seen.add(List.of(choice.title(), choice.help())))
            .sorted(
                Comparator.comparing((Choice choice) -> choice.refusal().isPresent())
                    .thenComparing(
                        Comparator.comparingInt((Choice choice) -> choice.score(text)).reversed()))
            .map(Row.Option::new);
    return Stream.concat(found, typed.apply(text).<Row>map(Row.Option::new).stream()).toList();
  }

  private void showHelp() {
    help.setText(
        list.getSelectionModel().getSelectedItem() instanceof Row.Option(Choice choice)
            ? choice.help()
            : "");
  }

  private void key(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.D && event.isShortcutDown()) {
      star(list.getSelectionModel().getSelectedItem());
      event.consume();
      return;
    }
    switch (event.getCode()) {
      case DOWN -> move(at + 1, 1);
      case UP -> move(at - 1, -1);
      case PAGE_DOWN -> move(Math.min(at + 8, list.getItems().size() - 1), -1);
      case PAGE_UP -> move(Math.max(at - 8, 0), 1);
      case ENTER -> take(list.getSelectionModel().getSelectedItem());
      case ESCAPE, TAB -> close.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Selects the first choice from a line on, looking one way; stays if there is none. */
  private void move(int from, int way) {
    for (int i = from; i >= 0 && i < list.getItems().size(); i += way) {
      if (list.getItems().get(i) instanceof Row.Option) {
        list.getSelectionModel().select(i);
        list.scrollTo(Math.max(0, i - 5));
        return;
      }
    }
  }

  private void star(Row row) {
    if (row instanceof Row.Option(Choice choice) && choice.star().isPresent()) {
      choice.star().get().toggle().run();
      choices = source.get();
      show();
    }
  }

  private void take(Row row) {
    if (row instanceof Row.Option(Choice choice) && choice.refusal().isEmpty()) {
      close.run();
      choice.action().run();
    }
  }

  private final class RowCell extends ListCell<Row> {
    private RowCell() {
      setOnMouseClicked(click -> take(getItem()));
      hoverProperty()
          .addListener(
              (seen, was, over) -> {
                if (over && getItem() instanceof Row.Option) {
                  list.getSelectionModel().select(getIndex());
                }
              });
    }

    /** A star to click; hollow while the choice is no favourite. */
    private Node mark(Row row, Choice choice) {
      if (choice.star().isEmpty()) {
        return new Group();
      }
      FontIcon star = new FontIcon(Feather.STAR);
      boolean on = choice.star().get().on();
      star.getStyleClass().addAll("star", on ? "star-on" : "star-off");
      star.setAccessibleText(texts.get(on ? "palette.unstar" : "palette.star"));
      star.setPickOnBounds(true);
      star.setOnMouseClicked(
          click -> {
            star(row);
            click.consume();
          });
      return star;
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().removeAll("heading", "refused");
      setAccessibleText(null);
      setText(null);
      setGraphic(null);
      setMouseTransparent(empty);
      if (empty || row == null) {
        return;
      }
      switch (row) {
        case Row.Heading(String title) -> {
          setText(title);
          getStyleClass().add("heading");
        }
        case Row.Option(Choice choice) -> {
          FontIcon icon = new FontIcon(choice.icon());
          icon.getStyleClass().addAll("hue", "hue-" + choice.hue().name().toLowerCase(Locale.ROOT));
          setText(choice.title());
          HBox marks = new HBox(8, icon, mark(row, choice));
          marks.setAlignment(Pos.CENTER_LEFT);
          setGraphic(marks);
          choice
              .refusal()
              .ifPresent(
                  reason -> {
                    getStyleClass().add("refused");
                    setAccessibleText(choice.title() + ". " + reason);
                  });
        }
      }
    }
  }
}
