package dev.dreamwire.studio.library;

import dev.dreamwire.editor.model.SubgraphShelf;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Subgraphs;
import dev.dreamwire.runtime.preset.SubgraphLibrary;
import dev.dreamwire.studio.errors.Notice;
import dev.dreamwire.studio.errors.Notices;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The person's library of subgraphs, read once and after every change. For the window's thread. */
public final class PublishedSubgraphs implements SubgraphShelf {
  private final SubgraphLibrary library;
  private final BackgroundTasks tasks;
  private final Notices notices;
  private final Supplier<Messages> messages;
  private final ReadOnlyObjectWrapper<List<Graph>> parts = new ReadOnlyObjectWrapper<>(List.of());

  private final ReadOnlyObjectWrapper<List<String>> failures =
      new ReadOnlyObjectWrapper<>(List.of());

  /** Reads a library beside the window's thread. */
  public PublishedSubgraphs(
      SubgraphLibrary library,
      BackgroundTasks tasks,
      Notices notices,
      Supplier<Messages> messages) {
    this.library = library;
    this.tasks = tasks;
    this.notices = notices;
    this.messages = messages;
    tasks.read(library::read, this::show, this::failed);
  }

  private void show(SubgraphLibrary.Contents contents) {
    parts.set(contents.parts());
    failures.set(contents.failures());
  }

  private void failed(RuntimeException reason) {
    notices.show(Notice.error(reason.getMessage()));
  }

  @Override
  public List<Graph> parts() {
    return parts.get();
  }

  /** What is offered now. */
  public ReadOnlyObjectProperty<List<Graph>> partsProperty() {
    return parts.getReadOnlyProperty();
  }

  /** A sentence for each file that could not be read. */
  public ReadOnlyObjectProperty<List<String>> failuresProperty() {
    return failures.getReadOnlyProperty();
  }

  @Override
  public Optional<String> publish(Subgraph subgraph, Subgraphs among) {
    tasks.write(
        () -> {
          library.publish(subgraph, among);
          return library.read();
        },
        contents -> {
          notices.show(Notice.done(messages.get().get("notice.published", subgraph.title())));
          show(contents);
        },
        this::failed);
    return Optional.empty();
  }
}
