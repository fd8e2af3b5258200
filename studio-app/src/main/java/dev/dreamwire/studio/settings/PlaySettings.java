package dev.dreamwire.studio.settings;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.Setting;
import dev.dreamwire.runtime.graph.SettingValues;
import dev.dreamwire.studio.document.StudioDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The settings of the preset in front, and which of them its graph has now. For the window's
 * thread.
 */
public final class PlaySettings {
  private final StudioDocument document;
  private final NodeRegistry registry;
  private final ReadOnlyObjectWrapper<Offer> offer =
      new ReadOnlyObjectWrapper<>(new Offer(List.of(), Optional.empty()));

  /**
   * What there is to choose from.
   *
   * @param settings in their order
   * @param current the one that the graph has; empty if its values are those of none
   */
  public record Offer(List<Setting> settings, Optional<Setting> current) {}

  /** Follows a document. */
  public PlaySettings(StudioDocument document, NodeRegistry registry) {
    this.document = document;
    this.registry = registry;
    document.graphProperty().subscribe(this::read);
  }

  /** What there is to choose from now. */
  public ReadOnlyObjectProperty<Offer> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /** Gives the graph all values of a setting, in one step. */
  public void choose(Setting setting) {
    document.apply(values(document.graph()).edit(setting));
  }

  /**
   * Keeps what the graph has now as a setting: the parameters that its other settings are about. A
   * setting of that name or title gets these values.
   */
  public void save(String title, Locale language) {
    Graph graph = document.graph();
    Map<String, Object> present = values(graph).present();
    Setting saved =
        graph.settings().stream()
            .filter(s -> s.name().equals(title) || s.title(language).equals(title))
            .findFirst()
            .map(same -> same.with(over(same.params(), present)))
            .orElseGet(() -> new Setting(title, present));
    document.apply(new GraphEdit.PutSetting(saved));
  }

  /** What of a setting does not fit the graph stays in it. */
  private static Map<String, Object> over(Map<String, Object> old, Map<String, Object> present) {
    Map<String, Object> out = new LinkedHashMap<>(old);
    out.putAll(present);
    return out;
  }

  private SettingValues values(Graph graph) {
    return new SettingValues(graph, registry);
  }

  private void read(Graph graph) {
    offer.set(
        graph.settings().isEmpty()
            ? new Offer(List.of(), Optional.empty())
            : new Offer(graph.settings(), values(graph).current()));
  }
}
