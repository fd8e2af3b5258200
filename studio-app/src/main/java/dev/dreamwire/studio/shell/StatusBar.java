package dev.dreamwire.studio.shell;

import static dev.dreamwire.studio.view.Following.follow;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.dreamwire.runtime.engine.PlanProgress;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.play.PlayStats;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the bottom: problems, what is being planned, how play runs. */
final class StatusBar extends HBox {
  private final Messages messages;
  private final ToggleButton problems = new ToggleButton();
  private final Label planning = new Label();
  private final Label play = new Label();
  private final Studio studio;

  StatusBar(Studio studio, BooleanProperty problemsShown) {
    this.studio = studio;
    this.messages = studio.messages();
    setId("status-bar");
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    problems.setId("status-problems");
    problems.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    problems.selectedProperty().bindBidirectional(problemsShown);
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.getStyleClass().add("tiny");
    planning.setGraphic(spinner);
    planning.setId("status-planning");
    planning.visibleProperty().bind(studio.session().planningProperty());
    Button cancel = new Button(messages.get("status.cancelPlanning"));
    cancel.setId("status-cancel");
    cancel.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    cancel.visibleProperty().bind(studio.session().planningProperty());
    cancel.setOnAction(e -> studio.session().cancelPlanning());
    getChildren().addAll(problems, planning, cancel, new Spacer(), play);
    follow(this, studio.session().progressProperty(), this::showProgress);
    follow(this, studio.problems().reportProperty(), any -> showProblems());
    follow(this, studio.problems().failuresProperty(), any -> showProblems());
    follow(this, studio.session().statsProperty(), any -> showPlay());
    follow(this, studio.session().playingProperty(), any -> showPlay());
  }

  private void showProgress(PlanProgress now) {
    planning.setText(
        now == null
            ? messages.get("status.planning")
            : messages.get("status.planning." + now.phase(), now.part(), now.parts()));
  }

  private void showProblems() {
    List<Problem> found = studio.problems().all();
    long errors = found.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
    long warnings = found.size() - errors;
    problems.setText(
        errors + warnings == 0
            ? messages.get("status.sound")
            : messages.get("status.problems", errors, warnings));
    FontIcon icon =
        new FontIcon(
            errors > 0
                ? Feather.ALERT_OCTAGON
                : warnings > 0 ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE);
    icon.getStyleClass().add(errors > 0 ? "error" : warnings > 0 ? "warning" : "sound");
    problems.setGraphic(icon);
    problems.setAccessibleText(problems.getText());
  }

  private void showPlay() {
    PlayStats stats = studio.session().statsProperty().get();
    boolean playing = studio.session().playingProperty().get();
    play.setText(
        playing
            ? messages.get(
                "status.playing",
                String.format(messages.locale(), "%.1f", stats.fps()),
                String.format(messages.locale(), "%,d", stats.frames()))
            : messages.get(
                "status.paused", String.format(messages.locale(), "%,d", stats.frames())));
  }
}
