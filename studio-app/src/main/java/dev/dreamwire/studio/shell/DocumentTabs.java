package dev.dreamwire.studio.shell;

import static dev.dreamwire.studio.view.Following.follow;

import dev.dreamwire.studio.document.DocumentFiles;
import dev.dreamwire.studio.document.OpenDocument;
import dev.dreamwire.studio.document.StudioDocument;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;

/** The presets that are open, one of them in front. */
final class DocumentTabs extends TabPane {
  private final StudioDocument document;
  private final DocumentFiles files;
  private boolean following;

  DocumentTabs(StudioDocument document, DocumentFiles files) {
    this.document = document;
    this.files = files;
    setId("document-tabs");
    getStyleClass().add("document-tabs");
    setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
    setFocusTraversable(false);
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            tab -> {
              if (!following && tab != null) {
                document.show((OpenDocument) tab.getUserData());
              }
            });
    follow(this, document.documentsProperty(), this::show);
    follow(this, document.frontProperty(), front -> show(document.documentsProperty().get()));
  }

  private void show(List<OpenDocument> documents) {
    following = true;
    List<Tab> tabs = new ArrayList<>();
    documents.forEach(open -> tabs.add(tab(open)));
    if (!tabs.equals(getTabs())) {
      getTabs().setAll(tabs);
    }
    getSelectionModel().select(documents.indexOf(document.frontProperty().get()));
    following = false;
  }

  /** The tab that a document has, or a new one. */
  private Tab tab(OpenDocument open) {
    return getTabs().stream()
        .filter(tab -> tab.getUserData() == open)
        .findFirst()
        .orElseGet(() -> create(open));
  }

  private Tab create(OpenDocument open) {
    Tab tab = new Tab();
    tab.setUserData(open);
    tab.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> (open.dirtyProperty().get() ? "• " : "") + open.nameProperty().get(),
                open.nameProperty(),
                open.dirtyProperty()));
    open.file().ifPresent(file -> tab.setTooltip(new Tooltip(file.toString())));
    tab.setOnCloseRequest(
        e -> {
          e.consume();
          files.close(open);
        });
    return tab;
  }
}
