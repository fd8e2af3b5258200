package dev.dreamwire.editor.model;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Subgraphs;
import java.util.List;
import java.util.Optional;

/** Subgraphs that a person keeps for all documents. Window thread only. */
public interface SubgraphShelf {
  /** Holds nothing and takes nothing. */
  SubgraphShelf NONE =
      new SubgraphShelf() {
        @Override
        public List<Graph> parts() {
          return List.of();
        }

        @Override
        public Optional<String> publish(Subgraph subgraph, Subgraphs among) {
          return Optional.empty();
        }
      };

  /** Graphs of one instance each, with the subgraphs that it needs. */
  List<Graph> parts();

  /**
   * Keeps a subgraph, in place of one of its id.
   *
   * @param among the document's, of which it may need some
   * @return what to tell the person; empty for nothing
   */
  Optional<String> publish(Subgraph subgraph, Subgraphs among);
}
