package dev.dreamwire.studio.training;

import dev.dreamwire.runtime.train.Budget;
import dev.dreamwire.runtime.train.Recipe;
import dev.dreamwire.runtime.train.Rhythm;
import dev.dreamwire.runtime.train.TrainingEvent;
import dev.dreamwire.runtime.train.TrainingJob;
import dev.dreamwire.runtime.train.health.Finding;
import dev.dreamwire.studio.i18n.Messages;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Trains models from a recording and shows how it goes: the losses, what dreams look like, and what
 * is wrong, with its remedy. The window can be used meanwhile; closing the dialog stops the run at
 * a checkpoint, from which the same folder goes on. For the window's thread.
 */
public final class TrainingDialog extends Dialog<Void> {
  private static final double WIDTH = 720;
  private static final double LIST_HEIGHT = 130;
  private static final double SHEET_WIDTH = 560;

  private final Messages messages;
  private final TrainingRun run;
  private final UnaryOperator<String> recipes;
  private final TextField recipe = field("training-recipe", "island");
  private final TextField data = field("training-data", "");
  private final TextField out = field("training-out", "");
  private final TextField hours = field("training-hours", "2");
  private final GridPane form = new GridPane();
  private final Button start = new Button();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label status = new Label();
  private final ImageView sheet = new ImageView();

  /**
   * A dialog that trains nothing yet.
   *
   * @param recipes gives the recipe or file that a name such as {@code default} stands for
   */
  public TrainingDialog(
      Window owner, Messages messages, Trainer trainer, UnaryOperator<String> recipes) {
    this.recipes = recipes;
    this.messages = messages;
    this.run = new TrainingRun(trainer);
    initOwner(owner);
    initModality(Modality.NONE);
    setTitle(messages.get("training.title"));
    fillForm();
    start.setId("training-start");
    start.setOnAction(e -> startOrStop());
    status.setId("training-status");
    status.setWrapText(true);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.get("training.title"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox controls = new HBox(start, bar);
    controls.getStyleClass().add("evaluation-controls");
    sheet.setPreserveRatio(true);
    sheet.setSmooth(false);
    sheet.setFitWidth(SHEET_WIDTH);
    sheet.setAccessibleText(messages.get("training.sheet"));
    VBox content = new VBox(form, controls, status, findings(), sheet);
    content.getStyleClass().add("evaluation");
    content.setPrefWidth(WIDTH);
    getDialogPane().setContent(content);
    getDialogPane()
        .getButtonTypes()
        .add(new ButtonType(messages.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    setResizable(true);
    setOnHidden(e -> run.stop());
    run.phaseProperty().subscribe(phase -> tell());
    run.progressProperty().subscribe(now -> tell());
    run.failureProperty().subscribe(now -> tell());
    run.sheetProperty().subscribe(now -> draw(now));
  }

  private static TextField field(String id, String text) {
    TextField field = new TextField(text);
    field.setId(id);
    return field;
  }

  private void fillForm() {
    form.getStyleClass().add("training-form");
    row(0, messages.get("training.recipe"), recipe, Optional.empty());
    row(1, messages.get("training.data"), data, Optional.of(browse(data)));
    row(2, messages.get("training.out"), out, Optional.of(browse(out)));
    row(3, messages.get("training.hours"), hours, Optional.empty());
  }

  private void row(int row, String text, TextField field, Optional<Node> beside) {
    Label label = new Label(text);
    label.setLabelFor(field);
    field.setAccessibleText(text);
    GridPane.setHgrow(field, Priority.ALWAYS);
    form.add(label, 0, row);
    form.add(field, 1, row);
    beside.ifPresent(node -> form.add(node, 2, row));
  }

  private Button browse(TextField field) {
    Button button = new Button(null, new FontIcon(Feather.FOLDER));
    button.setAccessibleText(messages.get("training.choose"));
    button.setOnAction(
        e -> {
          DirectoryChooser chooser = new DirectoryChooser();
          chooser.setTitle(messages.get("training.choose"));
          File chosen = chooser.showDialog(getDialogPane().getScene().getWindow());
          if (chosen != null) {
            field.setText(chosen.getPath());
          }
        });
    return button;
  }

  private ListView<Finding> findings() {
    ListView<Finding> list = new ListView<>(run.findings());
    list.setId("training-findings");
    list.setPrefHeight(LIST_HEIGHT);
    list.setPlaceholder(new Label(messages.get("training.healthy")));
    list.setAccessibleText(messages.get("training.findings"));
    list.setCellFactory(view -> new FindingCell());
    return list;
  }

  private void startOrStop() {
    if (run.running()) {
      run.stop();
      return;
    }
    String named = recipe.getText().strip();
    String from = data.getText().strip();
    String to = out.getText().strip();
    String time = hours.getText().strip();
    if (from.isEmpty() || to.isEmpty()) {
      status.setText(messages.get("training.foldersMissing"));
      return;
    }
    int threads = Runtime.getRuntime().availableProcessors();
    run.start(
        () ->
            new TrainingJob(
                Recipe.open(recipes.apply(named)),
                List.of(Path.of(from).toString()),
                List.of(),
                null,
                Path.of(to).toString(),
                new Budget(3600 * positive(time), Long.MAX_VALUE),
                Rhythm.DEFAULT,
                threads));
  }

  private double positive(String text) {
    try {
      double value = Double.parseDouble(text);
      if (value > 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(messages.get("training.hoursWrong", text), e);
    }
    throw new IllegalArgumentException(messages.get("training.hoursWrong", text));
  }

  private void tell() {
    TrainingRun.Phase phase = run.phaseProperty().get();
    TrainingEvent.Progress now = run.progressProperty().get();
    form.setDisable(run.running());
    start.setText(messages.get(run.running() ? "training.stop" : "training.start"));
    start.setDisable(phase == TrainingRun.Phase.STOPPING);
    bar.setProgress(now != null ? now.progress() : phase == TrainingRun.Phase.RUNNING ? -1 : 0);
    status.setText(
        switch (phase) {
          case IDLE -> messages.get("training.idle");
          case RUNNING -> now == null ? messages.get("training.beginning") : progress(now);
          case STOPPING -> messages.get("training.stopping");
          case STOPPED -> messages.get("training.stopped");
          case COMPLETED -> messages.get("training.completed", out.getText());
          case FAILED -> messages.get("training.failed", run.failureProperty().get());
        });
  }

  private String progress(TrainingEvent.Progress now) {
    Float heldOut = now.heldOut().get("loss");
    Duration left = Duration.ofSeconds((long) now.secondsLeft());
    return messages.get(
        "training.progress",
        now.stage(),
        now.step(),
        number("%.4f", now.loss()),
        heldOut == null ? "–" : number("%.4f", heldOut),
        number("%.0f", now.framesPerSecond()),
        number("%d:%02d", left.toHours(), left.toMinutesPart()));
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void draw(Path png) {
    // In the background, for it may be large; a new file needs a new picture.
    sheet.setImage(png == null ? null : new Image(png.toUri().toString(), true));
  }

  /** What is wrong, and what helps. */
  private static final class FindingCell extends ListCell<Finding> {
    FindingCell() {
      setWrapText(true);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Finding finding, boolean none) {
      super.updateItem(finding, none);
      setText(none ? null : finding.sentence() + " " + finding.ailment().remedy());
      setGraphic(none ? null : new FontIcon(Feather.ALERT_TRIANGLE));
    }
  }
}
