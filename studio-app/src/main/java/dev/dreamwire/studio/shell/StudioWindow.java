package dev.dreamwire.studio.shell;

import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.ModelList;
import dev.dreamwire.studio.capture.Captures;
import dev.dreamwire.studio.compare.CompareDialog;
import dev.dreamwire.studio.document.Dialogs;
import dev.dreamwire.studio.document.DocumentFiles;
import dev.dreamwire.studio.document.Recovery;
import dev.dreamwire.studio.errors.Notice;
import dev.dreamwire.studio.evaluation.CpuEvaluator;
import dev.dreamwire.studio.evaluation.EvaluationDialog;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.preferences.Preferences;
import dev.dreamwire.studio.preferences.Preferences.WindowFrame;
import dev.dreamwire.studio.templates.TemplateGallery;
import dev.dreamwire.studio.theme.InterfaceScale;
import dev.dreamwire.studio.training.Trainer;
import dev.dreamwire.studio.training.TrainingDialog;
import dev.dreamwire.studio.view.ScaledPane;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The studio's window. For the window's thread. */
public final class StudioWindow {
  private static final Logger LOG = LoggerFactory.getLogger(StudioWindow.class);
  private static final String STYLES =
      StudioWindow.class.getResource("/dev/dreamwire/studio/studio.css").toExternalForm();

  private final Stage stage;
  private final Studio studio;
  private final Dialogs dialogs;
  private final DocumentFiles files;
  private final Captures captures;
  private final StackPane root = new StackPane();
  private final ScaledPane scaled = new ScaledPane(root);
  private final BooleanProperty smooth = new SimpleBooleanProperty();
  private final BooleanProperty overlay = new SimpleBooleanProperty();
  private final BooleanProperty problemsShown = new SimpleBooleanProperty();
  private final BooleanProperty outlineShown = new SimpleBooleanProperty();
  private final BooleanProperty leftShown = new SimpleBooleanProperty(true);
  private final BooleanProperty rightShown = new SimpleBooleanProperty(true);
  private final BooleanProperty viewportFills = new SimpleBooleanProperty();
  private final InfoDialogs info;
  private MainView view;

  /**
   * Fills a stage.
   *
   * @param dialogs makes what asks the person, from the files' point of view
   */
  public StudioWindow(Stage stage, Studio studio, Function<Stage, Dialogs> dialogs) {
    this.stage = stage;
    this.studio = studio;
    this.dialogs = dialogs.apply(stage);
    this.info = new InfoDialogs(stage);
    this.captures =
        new Captures(
            studio.settings().pictures(), studio.tasks(), studio.notices(), studio::messages);
    studio.session().addTap(captures::see);
    files =
        new DocumentFiles(
            studio.document(),
            studio.catalogue(),
            new ModelList(studio.registry()),
            this.dialogs,
            studio.tasks(),
            studio.notices(),
            studio.preferences(),
            studio::messages);
    Preferences preferences = studio.preferences().get();
    smooth.set(preferences.smooth());
    overlay.set(preferences.overlay());
    smooth.subscribe(value -> studio.preferences().change(p -> p.withSmooth(value)));
    overlay.subscribe(value -> studio.preferences().change(p -> p.withOverlay(value)));
    studio
        .preferences()
        .property()
        .subscribe(p -> Application.setUserAgentStylesheet(p.look().stylesheet()));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            scaled,
            Math.min(preferences.frame().width(), screen.getWidth()),
            Math.min(preferences.frame().height(), screen.getHeight()));
    studio.preferences().property().map(Preferences::scale).subscribe(size -> resize(scene, size));
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    PresetDrop.acceptOn(root, files);
    new OasisDrop(files, studio.tasks(), studio.notices(), studio::messages).acceptOn(root);
    stage.setScene(scene);
    stage.setMaximized(preferences.frame().maximized());
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.setOnCloseRequest(
        e -> {
          e.consume();
          close();
        });
    studio.messagesProperty().subscribe(this::rebuild);
    studio.document().sourceProperty().subscribe(this::retitle);
    studio.document().dirtyProperty().subscribe(this::retitle);
  }

  private void resize(Scene scene, int percent) {
    scaled.scale(percent / 100.0);
    scene.getStylesheets().setAll(STYLES, InterfaceScale.stylesheet(percent));
  }

  /** Shows the window with a preset, or with what a crash left. */
  public void show(String preset) {
    stage.show();
    if (!restored()) {
      files.open(preset);
    }
  }

  /** New, open, save. */
  public DocumentFiles files() {
    return files;
  }

  /** Opens the problems panel. */
  void showProblems() {
    problemsShown.set(true);
  }

  /** The graph's canvas. */
  GraphCanvas canvas() {
    return view.canvas();
  }

  /** Whether the person opened what a crash left. */
  private boolean restored() {
    List<Recovery.Left> left = studio.recovery().left();
    if (left.isEmpty()) {
      return false;
    }
    boolean wanted =
        dialogs.restore(left.stream().map(found -> found.unsaved().preset().name()).toList());
    if (wanted) {
      left.forEach(found -> studio.document().openRecovered(found.unsaved()));
    }
    studio
        .tasks()
        .write(
            () -> {
              studio.autoSave().keepNow();
              left.forEach(found -> studio.recovery().drop(found.copy()));
            },
            () -> {},
            e -> LOG.warn("what a crash left stays where it is", e));
    return wanted;
  }

  private void showTemplates() {
    new TemplateGallery(
            stage,
            studio.messages(),
            studio.catalogue(),
            studio.tasks(),
            files::createNew,
            files::open)
        .show();
  }

  private void exportPicture() {
    captures
        .latest()
        .ifPresentOrElse(
            frame -> files.exportPicture(frame.toWatchableImage()),
            () -> studio.notices().show(Notice.warning(studio.messages().get("notice.noPicture"))));
  }

  private void compare() {
    files.compare(
        (other, changes) ->
            new CompareDialog(stage, studio.messages(), other, changes, view.canvas()::reveal)
                .show());
  }

  private void evaluate() {
    new EvaluationDialog(
            stage,
            studio.messages(),
            new CpuEvaluator(studio.registry(), CompileOptions.DEFAULT),
            this::front,
            studio.settings().config().resolve("evaluation"),
            studio.session()::pause)
        .show();
  }

  private void train() {
    new TrainingDialog(stage, studio.messages(), Trainer.processes(), studio.catalogue()::named)
        .show();
  }

  /** The preset in front as it is now, saved or not. */
  private LoadedPreset front() {
    LoadedPreset source = studio.document().sourceProperty().get();
    return new LoadedPreset(
        studio.document().preset(), source.name(), source.file(), source.files());
  }

  private void rebuild(Messages messages) {
    boolean filled = viewportFills.get();
    viewportFills.set(false);
    Optional<GraphCanvas> before = Optional.ofNullable(view).map(MainView::canvas);
    view =
        new MainView(
            studio,
            files,
            dialogs,
            new EditorCanvas(studio, dialogs),
            new WindowActions(
                smooth,
                overlay,
                problemsShown,
                outlineShown,
                leftShown,
                rightShown,
                this::toggleFullscreen,
                () -> view.canvas().fit(),
                captures::screenshot,
                captures::toggleClip,
                this::showTemplates,
                this::exportPicture,
                this::compare,
                this::evaluate,
                this::train,
                () -> view.canvas().changeKeys(),
                () -> info.showKeys(messages),
                () -> info.showAbout(messages),
                this::close),
            captures.recordingProperty());
    root.getChildren().setAll(view);
    retitle();
    before.ifPresent(
        canvas ->
            view.canvas().resume(canvas.level(), canvas.camera(), canvas.selectedProperty().get()));
    if (filled) {
      toggleFullscreen();
    }
  }

  private void retitle() {
    Messages messages = studio.messages();
    String name = studio.document().sourceProperty().get().preset().name();
    stage.setTitle(
        messages.get(studio.document().dirty() ? "window.title.dirty" : "window.title", name));
  }

  private void toggleFullscreen() {
    boolean fill = !viewportFills.get();
    viewportFills.set(fill);
    view.fillWithViewport(fill);
    stage.setFullScreen(fill);
  }

  private void keyPressed(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE && viewportFills.get()) {
      toggleFullscreen();
      e.consume();
    } else if (e.getCode() == KeyCode.SPACE && !e.isShortcutDown() && !usesSpace()) {
      studio.session().toggle();
      e.consume();
    }
  }

  private boolean usesSpace() {
    Node focused = stage.getScene().getFocusOwner();
    return focused instanceof TextInputControl || focused instanceof ButtonBase;
  }

  private void close() {
    files.afterSaving(
        () -> {
          studio
              .preferences()
              .change(
                  p ->
                      p.withFrame(
                          stage.isMaximized() || stage.isFullScreen()
                              ? new WindowFrame(p.frame().width(), p.frame().height(), true)
                              : new WindowFrame(
                                  stage.getScene().getWidth(),
                                  stage.getScene().getHeight(),
                                  false)));
          captures.close();
          stage.hide();
        });
  }
}
