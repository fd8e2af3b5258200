package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.text.Titles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A document: a graph that plays, with what a person should know about it. Immutable.
 *
 * @param name for people
 * @param description for people, may be empty
 * @param graph what plays, with what each key does in the table of its Action Map and the settings
 *     that a player switches between
 * @param models the weights that the graph was made with
 * @param scenes pictures to start from
 * @param extra fields of the file that this program does not know, kept so that nothing is lost
 */
public record Preset(
    String name,
    String description,
    Graph graph,
    List<Model> models,
    List<Scene> scenes,
    Map<String, Object> extra) {
  public Preset {
    models = List.copyOf(models);
    scenes = List.copyOf(scenes);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /** A preset that is only a graph. */
  public static Preset of(String name, Graph graph) {
    return new Preset(name, "", graph, List.of(), List.of(), Map.of());
  }

  /** The same with another graph. */
  public Preset with(Graph newGraph) {
    return new Preset(name, description, newGraph, models, scenes, extra);
  }

  /** The same with another list of models. */
  public Preset withModels(List<Model> newModels) {
    return new Preset(name, description, graph, newModels, scenes, extra);
  }

  /** The same under another name. */
  public Preset named(String newName) {
    return new Preset(newName, description, graph, models, scenes, extra);
  }

  /** The same with other fields that this program does not know. */
  public Preset withExtra(Map<String, Object> newExtra) {
    return new Preset(name, description, graph, models, scenes, newExtra);
  }

  /** The scene of that name, if there is one. */
  public Optional<Scene> scene(String sceneName) {
    return scenes.stream().filter(s -> s.name().equals(sceneName)).findFirst();
  }

  /**
   * Weights that the graph was made with.
   *
   * @param name for people
   * @param file where nodes find it, as {@link PresetFiles} understands it
   * @param sha256 of the file, in hexadecimal; empty if not known, and then any file will do
   */
  public record Model(String name, String file, String sha256) {}

  /**
   * A picture to start from.
   *
   * @param name short, for the command line: {@code coast}
   * @param image the picture, as {@link PresetFiles} understands it
   * @param pose that it was seen from, if that is known
   * @param titles for people, by language tag ({@code en}, {@code zh-CN}); may be empty
   */
  public record Scene(String name, String image, Optional<Pose> pose, Map<String, String> titles) {
    public Scene {
      titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    }

    /** The title in a language, else in English, else the name. */
    public String title(Locale language) {
      return Titles.in(titles, language, name);
    }
  }
}
