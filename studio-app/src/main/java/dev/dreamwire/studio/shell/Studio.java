package dev.dreamwire.studio.shell;

import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import dev.dreamwire.runtime.preset.ResourceFiles;
import dev.dreamwire.runtime.preset.SubgraphLibrary;
import dev.dreamwire.studio.document.AutoSave;
import dev.dreamwire.studio.document.Recovery;
import dev.dreamwire.studio.document.StudioDocument;
import dev.dreamwire.studio.errors.Notice;
import dev.dreamwire.studio.errors.Notices;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.library.PublishedSubgraphs;
import dev.dreamwire.studio.play.Engine;
import dev.dreamwire.studio.play.PlaySession;
import dev.dreamwire.studio.preferences.Preferences;
import dev.dreamwire.studio.preferences.PreferencesFile;
import dev.dreamwire.studio.preferences.PreferencesStore;
import dev.dreamwire.studio.problems.ProblemList;
import dev.dreamwire.studio.scenes.StartScene;
import dev.dreamwire.studio.settings.PlaySettings;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that the window shows, and how it hangs together: the document, the game that runs on it,
 * what is wrong with it. Knows no control; for the window's thread.
 */
public final class Studio implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Studio.class);

  private final NodeRegistry registry;
  private final Settings settings;
  private final BackgroundTasks tasks = new BackgroundTasks();
  private final Notices notices = new Notices();
  private final PresetCatalogue catalogue;
  private final PreferencesStore preferences;
  private final ReadOnlyObjectWrapper<Messages> messages;
  private final StudioDocument document;
  private final Recovery recovery;
  private final AutoSave autoSave;
  private final PlaySession session;
  private final ProblemList problems;
  private final StartScene startScene;
  private final PlaySettings playSettings;
  private final PublishedSubgraphs subgraphs;
  private long played;

  /**
   * Where things are.
   *
   * @param config the folder for preferences and recovery copies
   * @param pictures the folder for screenshots and clips
   * @param resources what ships
   * @param system the system's language
   */
  public record Settings(Path config, Path pictures, ResourceFiles resources, Locale system) {}

  /**
   * Sets everything up with an empty document.
   *
   * @param registry the installed node types
   * @param engines makes what plays
   */
  public Studio(Settings settings, NodeRegistry registry, Engine.Factory engines) {
    this.settings = settings;
    this.registry = registry;
    catalogue = new PresetCatalogue(settings.resources());
    preferences =
        new PreferencesStore(new PreferencesFile(settings.config(), settings.system()), tasks);
    messages = new ReadOnlyObjectWrapper<>(new Messages(preferences.get().language()));
    Locale.setDefault(Locale.Category.DISPLAY, messages().locale());
    document = new StudioDocument(settings.resources(), messages().get("document.untitled"));
    recovery = new Recovery(settings.config().resolve("recovery"));
    autoSave = new AutoSave(document, recovery, tasks);
    session = new PlaySession(engines, this::playFailed);
    problems =
        new ProblemList(document.graphProperty(), registry, tasks, () -> messages().locale());
    startScene = new StartScene(document, session, registry);
    playSettings = new PlaySettings(document, registry);
    subgraphs =
        new PublishedSubgraphs(
            new SubgraphLibrary(settings.config().resolve("subgraphs")),
            tasks,
            notices,
            this::messages);
    played = document.openingsProperty().get();
    problems.reportProperty().subscribe(this::checked);
    document.openingsProperty().subscribe(() -> problems.check(document.graph()));
    preferences.property().subscribe(this::preferencesChanged);
  }

  /** Sound graphs are played; while a graph is not, the one before plays on. */
  private void checked(ProblemList.Report report) {
    if (!report.sound() || !report.graph().equals(document.graph())) {
      return;
    }
    if (played != document.openingsProperty().get()) {
      played = document.openingsProperty().get();
      session.open(document.preset(), document.files());
    } else {
      session.edited(document.preset());
    }
  }

  private void preferencesChanged(Preferences was, Preferences is) {
    if (was.language() != is.language()) {
      Locale.setDefault(Locale.Category.DISPLAY, is.language().locale());
      messages.set(new Messages(is.language()));
      problems.check(document.graph());
    }
  }

  private void playFailed(List<Problem> reasons) {
    problems.failed(reasons);
    reasons.forEach(reason -> LOG.warn("cannot play: {}", reason));
    String first = reasons.isEmpty() ? "" : reasons.getFirst().message();
    notices.show(Notice.error(messages().get("notice.playFailed", first)));
  }

  /** Where things are. */
  public Settings settings() {
    return settings;
  }

  /** The installed node types. */
  public NodeRegistry registry() {
    return registry;
  }

  /** Subgraphs that the person published. */
  public PublishedSubgraphs subgraphs() {
    return subgraphs;
  }

  /** Work beside the window's thread. */
  public BackgroundTasks tasks() {
    return tasks;
  }

  /** What is told in the notice bar. */
  public Notices notices() {
    return notices;
  }

  /** The presets that ship. */
  public PresetCatalogue catalogue() {
    return catalogue;
  }

  /** What the person chose. */
  public PreferencesStore preferences() {
    return preferences;
  }

  /** The preset that is open. */
  public StudioDocument document() {
    return document;
  }

  /** Copies of what is not saved. */
  public Recovery recovery() {
    return recovery;
  }

  /** Keeps a copy of the document while it is not saved. */
  public AutoSave autoSave() {
    return autoSave;
  }

  /** The game that runs. */
  public PlaySession session() {
    return session;
  }

  /** What is wrong with the graph. */
  public ProblemList problems() {
    return problems;
  }

  /** Where play starts. */
  public StartScene startScene() {
    return startScene;
  }

  /** What a player switches between. */
  public PlaySettings playSettings() {
    return playSettings;
  }

  /** The window's sentences. */
  public Messages messages() {
    return messages.get();
  }

  /** The window's sentences; changes with the language. */
  public ReadOnlyObjectProperty<Messages> messagesProperty() {
    return messages.getReadOnlyProperty();
  }

  /** Stops play, drops the recovery copy and lets pending files be written. */
  @Override
  public void close() {
    session.close();
    autoSave.close();
    tasks.close();
  }
}
