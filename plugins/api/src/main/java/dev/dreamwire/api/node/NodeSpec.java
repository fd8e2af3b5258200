package dev.dreamwire.api.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that is known about a node type without running it.
 *
 * @param id namespaced and never changed, for example {@code dreamwire:sampler.ddim}
 * @param version rises when ports or parameters change their meaning
 * @param title for people, in English; other languages come from the type's resource bundle
 * @param category where the palette shows it
 * @param help one paragraph for people, in English
 * @param inputs in the order they are drawn
 * @param outputs in the order they are drawn
 * @param params in the order they are shown
 */
public record NodeSpec(
    String id,
    int version,
    String title,
    Category category,
    String help,
    List<Port> inputs,
    List<Port> outputs,
    List<Param> params) {
  /** The palette's groups. */
  public enum Category {
    INPUT,
    SCENE,
    MODEL,
    DIFFUSION,
    IMAGE,
    OUTPUT,
    ANALYSIS,
    /** Graphs that a person made into nodes. */
    SUBGRAPH
  }

  public NodeSpec {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    params = List.copyOf(params);
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*:[a-z0-9_.-]+")) {
      throw new IllegalArgumentException("a node type's id is namespace:name, not " + id);
    }
    Set<String> inputNames = new HashSet<>();
    inputs.forEach(p -> unique(inputNames, p.name(), id));
    params.forEach(p -> unique(inputNames, p.name(), id));
    Set<String> outputNames = new HashSet<>();
    outputs.forEach(p -> unique(outputNames, p.name(), id));
  }

  private static void unique(Set<String> seen, String name, String id) {
    if (!seen.add(name)) {
      throw new IllegalArgumentException("node type " + id + " uses the name " + name + " twice");
    }
  }

  /** The input of that name, or null. */
  public Port input(String name) {
    return inputs.stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
  }

  /** The output of that name, or null. */
  public Port output(String name) {
    return outputs.stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
  }

  /** The parameter of that name, or null. */
  public Param param(String name) {
    return params.stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
  }

  /** Starts a spec of version 1. */
  public static Builder of(String id, String title, Category category) {
    return new Builder(id, title, category);
  }

  /** Collects a spec's parts. */
  public static final class Builder {
    private final String id;
    private final String title;
    private final Category category;
    private int version = 1;
    private String help = "";
    private final List<Port> inputs = new ArrayList<>();
    private final List<Port> outputs = new ArrayList<>();
    private final List<Param> params = new ArrayList<>();

    private Builder(String id, String title, Category category) {
      this.id = id;
      this.title = title;
      this.category = category;
    }

    public Builder version(int value) {
      version = value;
      return this;
    }

    public Builder help(String text) {
      help = text.strip();
      return this;
    }

    public Builder in(Port... ports) {
      inputs.addAll(List.of(ports));
      return this;
    }

    public Builder out(Port... ports) {
      outputs.addAll(List.of(ports));
      return this;
    }

    public Builder param(Param... more) {
      params.addAll(List.of(more));
      return this;
    }

    public NodeSpec build() {
      return new NodeSpec(id, version, title, category, help, inputs, outputs, params);
    }
  }
}
