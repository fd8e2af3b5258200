package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Subgraphs;
import dev.dreamwire.runtime.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Subgraphs that a person keeps for all documents: a folder of small presets, each with one
 * instance and the subgraphs that it needs. They can be mailed and opened like any other. Reads and
 * writes files, so that it is no work for the window's thread; safe on all others.
 */
public final class SubgraphLibrary {
  private final Path folder;

  /**
   * A library.
   *
   * @param folder need not exist yet
   */
  public SubgraphLibrary(Path folder) {
    this.folder = folder;
  }

  /**
   * What is in the library.
   *
   * @param parts graphs of one instance each, with the subgraphs that it needs, by file name
   * @param failures a sentence for each file that holds none
   */
  public record Contents(List<Graph> parts, List<String> failures) {
    /** Nothing. */
    public static final Contents NONE = new Contents(List.of(), List.of());

    public Contents {
      parts = List.copyOf(parts);
      failures = List.copyOf(failures);
    }
  }

  /** Reads all there is; a file that is damaged does not keep the others out. */
  public Contents read() {
    if (!Files.isDirectory(folder)) {
      return Contents.NONE;
    }
    List<Graph> parts = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(PresetFile.EXTENSION)).sorted().toList()) {
        try {
          parts.add(part(file));
        } catch (PresetException e) {
          failures.add(e.getMessage());
        }
      }
    } catch (IOException e) {
      Texts texts = Texts.display(PresetFile.TEXTS);
      failures.add(folder + ": " + texts.get("file.unreadable", PresetFile.reason(e, texts)));
    }
    return new Contents(parts, failures);
  }

  private static Graph part(Path file) {
    Graph graph = PresetFile.read(file).graph();
    List<Node> instances =
        graph.nodes().values().stream()
            .filter(node -> graph.subgraphs().of(node).isPresent())
            .toList();
    if (graph.nodes().size() != 1 || instances.size() != 1) {
      String reason =
          graph.subgraphs().damaged().values().stream()
              .map(Subgraphs.Damaged::reason)
              .findFirst()
              .orElse(file + ": " + Texts.display(PresetFile.TEXTS).get("file.noSubgraph"));
      throw new PresetException(reason, null);
    }
    return graph;
  }

  /**
   * Keeps a subgraph, in a file that is called by its title; one of the same title is replaced, and
   * what was there stays beside it as {@code .bak}.
   *
   * @param among the document's subgraphs, of which it may need some
   * @return the file
   * @throws PresetException if it cannot be written
   */
  public Path publish(Subgraph subgraph, Subgraphs among) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      Texts texts = Texts.display(PresetFile.TEXTS);
      throw new PresetException(
          folder + ": " + texts.get("file.unwritable", PresetFile.reason(e, texts)), e);
    }
    String id = Subgraph.idFor(subgraph.title());
    Path file = file(id);
    for (int i = 2; Files.exists(file) && !isTitled(file, subgraph.title()); i++) {
      id = Subgraph.idFor(subgraph.title()) + "-" + i;
      file = file(id);
    }
    Subgraph named = subgraph.as(id);
    Node node = new Node("node", named.type(), 1, Map.of(), 0, 0);
    Graph part = Graph.of(List.of(node), List.of()).withSubgraphs(among.with(named));
    PresetFile.write(
        file, Preset.of(subgraph.title(), part.withSubgraphs(part.subgraphs().usedBy(part))));
    return file;
  }

  private Path file(String id) {
    return folder.resolve(id + PresetFile.EXTENSION);
  }

  /** A damaged file is nobody's, and stays for its owner to look at. */
  private static boolean isTitled(Path file, String title) {
    try {
      Graph part = part(file);
      return part.subgraphs()
          .of(part.nodes().values().iterator().next())
          .filter(kept -> kept.title().equals(title))
          .isPresent();
    } catch (PresetException e) {
      return false;
    }
  }
}
