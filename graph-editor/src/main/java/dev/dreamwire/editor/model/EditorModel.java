package dev.dreamwire.editor.model;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.Hit;
import dev.dreamwire.editor.geometry.PortEnd;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.runtime.graph.ActiveGraph;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.EditHistory;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.SubgraphEdit;
import dev.dreamwire.runtime.graph.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the editor shows, and what a person has chosen in it. The graph changes only by edits; the
 * rest is the state of the view and is not part of the document. Window thread only.
 */
public final class EditorModel {
  private final NodeRegistry installed;
  private final Levels levels;
  private NodeRegistry registry;
  private final Consumer<GraphChange> onChange;
  private EditHistory history = new EditHistory(Graph.EMPTY);

  private final ReadOnlyObjectWrapper<Graph> graph = new ReadOnlyObjectWrapper<>(Graph.EMPTY);
  private final ReadOnlyObjectWrapper<GraphLayout> layout;
  private final ObjectProperty<Set<String>> selection = new SimpleObjectProperty<>(Set.of());
  private final ObjectProperty<Optional<Wire>> selectedWire =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<List<Problem>> reported = new SimpleObjectProperty<>(List.of());
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());
  private Map<String, Double> millis = Map.of();
  private final ObjectProperty<Camera> camera = new SimpleObjectProperty<>(Camera.HOME);
  private final ObjectProperty<Hit> hover = new SimpleObjectProperty<>(new Hit.Background());
  private final ObjectProperty<Optional<PortEnd>> portFocus =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Sketch> sketch = new SimpleObjectProperty<>(new Sketch.Nothing());
  private final ReadOnlyObjectWrapper<Set<String>> idle = new ReadOnlyObjectWrapper<>(Set.of());
  private final ObjectProperty<Optional<String>> selectedAnnotation =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<List<String>> favourites = new SimpleObjectProperty<>(List.of());
  private Set<String> lifted = Set.of();
  private final ObjectProperty<SubgraphShelf> shelf =
      new SimpleObjectProperty<>(SubgraphShelf.NONE);
  private final NodeTimes times = new NodeTimes();
  private final NodePictures pictures;

  /**
   * A model of an empty graph.
   *
   * @param onChange told of every change that a person makes
   */
  public EditorModel(NodeRegistry registry, Consumer<GraphChange> onChange) {
    this.installed = registry;
    this.registry = registry;
    this.levels = new Levels(registry);
    this.onChange = onChange;
    this.pictures = new NodePictures(this::registry, levels::maker, this::endPreview);
    reported.subscribe(() -> problems.set(levels.here(reported.get())));
    this.layout = new ReadOnlyObjectWrapper<>(GraphLayout.of(Graph.EMPTY, registry));
    selection.addListener(changed -> leaveOthers());
  }

  /** While nodes are selected nothing else is, whoever selected them. */
  private void leaveOthers() {
    if (!selection.get().isEmpty()) {
      if (selectedWire.get().isPresent()) {
        selectedWire.set(Optional.empty());
      }
      if (selectedAnnotation.get().isPresent()) {
        selectedAnnotation.set(Optional.empty());
      }
    }
  }

  /** Opens a document: a new history, nothing selected. */
  public void open(Graph document) {
    open(new EditHistory(document));
  }

  /** Opens a document whose history is shared with others, nothing selected. */
  public void open(EditHistory shared) {
    history = shared;
    selection.set(Set.of());
    selectedWire.set(Optional.empty());
    selectedAnnotation.set(Optional.empty());
    portFocus.set(Optional.empty());
    sketch.set(new Sketch.Nothing());
    pictures.clear();
    show(shared.graph(), List.of());
  }

  /** Shows the graph as others who share the history made it. */
  public void refresh() {
    if (levels.whole() != history.graph()) {
      show(history.graph(), levels.path());
    }
  }

  /**
   * Makes an edit, if it changes anything.
   *
   * @throws IllegalArgumentException if the edit does not fit the graph
   */
  public void apply(GraphEdit edit) {
    make(levels.ofDocument(edit));
  }

  /**
   * Makes an edit that concerns all instances of a subgraph, whatever level is shown.
   *
   * @throws IllegalArgumentException if the edit does not fit the document
   */
  public void applyToAll(SubgraphEdit edit) {
    make(edit);
  }

  private void make(GraphEdit edit) {
    Graph before = history.graph();
    if (history.apply(edit)) {
      changed(before, edit, GraphChange.Kind.EDIT);
    } else {
      endPreview();
    }
  }

  /** Shows the inside of an instance; says whether the node is one. */
  public boolean enter(String node) {
    Optional<List<String>> inside = levels.into(node);
    inside.ifPresent(this::go);
    return inside.isPresent();
  }

  /** Shows a level around this one, with the instance selected that is left. */
  public void leaveTo(int depth) {
    List<String> from = levels.path();
    if (depth < from.size()) {
      go(from.subList(0, depth));
      select(Set.of(from.get(depth)));
    }
  }

  /** Shows a level, or the one around it if there is none such. */
  public void go(List<String> level) {
    history.seal();
    select(Set.of());
    sketch.set(new Sketch.Nothing());
    show(history.graph(), level);
  }

  /** Which level of the document is shown. */
  public Levels levels() {
    return levels;
  }

  /** Ids of the instances that are entered, outermost first; set after the level is shown. */
  public ReadOnlyObjectProperty<List<String>> pathProperty() {
    return path.getReadOnlyProperty();
  }

  /** Ends a step of the history, as when a person lets go of a slider. */
  public void seal() {
    history.seal();
  }

  /** Takes the last step back, if there is one. */
  public void undo() {
    history
        .nextUndo()
        .ifPresent(
            edit -> {
              Graph before = history.graph();
              history.undo();
              changed(before, edit, GraphChange.Kind.UNDO);
            });
  }

  /** Makes the step again that was taken back last, if there is one. */
  public void redo() {
    history
        .nextRedo()
        .ifPresent(
            edit -> {
              Graph before = history.graph();
              history.redo();
              changed(before, edit, GraphChange.Kind.REDO);
            });
  }

  private void changed(Graph before, GraphEdit edit, GraphChange.Kind kind) {
    boolean elsewhere = kind != GraphChange.Kind.EDIT;
    show(history.graph(), elsewhere ? levels.of(edit) : levels.path());
    onChange.accept(new GraphChange(before, history.graph(), edit, kind));
  }

  private void show(Graph document, List<String> level) {
    Graph next = levels.show(document, level);
    registry = installed.with(next.subgraphs());
    Set<String> resting = idleNodes(next);
    if (!resting.equals(idle.get())) {
      idle.set(resting);
    }
    lifted = Set.of();
    layout.set(laidOut(next));
    graph.set(next);
    pictures.follow(next);
    pruneAnnotation(next);
    prune(next);
    if (!levels.path().equals(path.get()) || !next.subgraphs().isEmpty()) {
      problems.set(levels.here(reported.get()));
      times.offer(levels.here(millis));
    }
    path.set(levels.path());
  }

  private GraphLayout laidOut(Graph of) {
    return layout.get().next(of, registry, pictures::shows);
  }

  private void pruneAnnotation(Graph next) {
    if (selectedAnnotation.get().filter(id -> !next.annotations().containsKey(id)).isPresent()) {
      selectedAnnotation.set(Optional.empty());
    }
  }

  private Set<String> idleNodes(Graph next) {
    Graph active = ActiveGraph.of(next, registry);
    Set<String> out = new HashSet<>();
    for (Node node : next.nodes().values()) {
      if (node.state().mode() != Mode.BYPASSED && !active.nodes().containsKey(node.id())) {
        out.add(node.id());
      }
    }
    return Set.copyOf(out);
  }

  private void prune(Graph next) {
    if (!next.nodes().keySet().containsAll(selection.get())) {
      Set<String> left = new HashSet<>(selection.get());
      left.retainAll(next.nodes().keySet());
      selection.set(Set.copyOf(left));
    }
    if (selectedWire.get().filter(w -> !next.wires().contains(w)).isPresent()) {
      selectedWire.set(Optional.empty());
    }
    if (portFocus.get().filter(end -> layout().socket(end).isEmpty()).isPresent()) {
      portFocus.set(Optional.empty());
    }
  }

  /** Shows the graph as an edit would leave it, without making the edit. */
  public void preview(GraphEdit edit) {
    lifted =
        edit instanceof GraphEdit.MoveNodes(var places) ? Set.copyOf(places.keySet()) : Set.of();
    layout.set(laidOut(edit.apply(graph.get())));
  }

  /** Shows the graph as it is again. */
  public void endPreview() {
    lifted = Set.of();
    layout.set(laidOut(graph.get()));
  }

  /** Ids of the nodes that a {@linkplain #preview preview} does nothing but move. */
  public Set<String> lifted() {
    return lifted;
  }

  /** Starts a wire at a port, on the graph without a wire that is being detached. */
  public WireOffer offer(Socket anchor, Optional<Wire> detached) {
    Graph without =
        detached.map(w -> new GraphEdit.Disconnect(w).apply(graph.get())).orElse(graph.get());
    return new WireOffer(anchor, without, registry);
  }

  /** Selects nodes, and no wire; the keyboard leaves the ports. */
  public void select(Set<String> ids) {
    selectedWire.set(Optional.empty());
    if (selectedAnnotation.get().isPresent()) {
      selectedAnnotation.set(Optional.empty());
    }
    if (portFocus.get().isPresent()) {
      portFocus.set(Optional.empty());
    }
    selection.set(Set.copyOf(ids));
  }

  /** Adds a node to the selection, or takes it out. */
  public void toggle(String id) {
    Set<String> next = new HashSet<>(selection.get());
    if (!next.remove(id)) {
      next.add(id);
    }
    select(next);
  }

  /** Selects a wire, and no node. */
  public void select(Wire wire) {
    select(Set.of());
    selectedWire.set(Optional.of(wire));
  }

  /** Deletes the selected nodes or the selected wire. */
  public void deleteSelected() {
    Set<String> gone = new HashSet<>(selection.get());
    gone.removeIf(id -> Subgraph.borderOf(graph.get().nodes().get(id).type()).isPresent());
    if (!gone.isEmpty()) {
      apply(new GraphEdit.RemoveNodes(gone));
    }
    selectedWire.get().ifPresent(wire -> apply(new GraphEdit.Disconnect(wire)));
    selectedAnnotation.get().ifPresent(id -> apply(new GraphEdit.RemoveAnnotations(Set.of(id))));
  }

  /** The worst problem of a node, if it has one. */
  public Optional<Problem> problem(String node) {
    Problem worst = null;
    for (Problem problem : problems.get()) {
      if (problem.node().equals(node)
          && (worst == null || problem.severity().compareTo(worst.severity()) < 0)) {
        worst = problem;
      }
    }
    return Optional.ofNullable(worst);
  }

  /** The nodes that are not computed: those that are muted, and those that cannot do without. */
  public ReadOnlyObjectProperty<Set<String>> idleProperty() {
    return idle.getReadOnlyProperty();
  }

  /** Selects a frame or a comment, and nothing else. */
  public void select(Annotation annotation) {
    select(Set.of());
    selectedAnnotation.set(Optional.of(annotation.id()));
  }

  /** Id of the selected frame or comment. */
  public ObjectProperty<Optional<String>> selectedAnnotationProperty() {
    return selectedAnnotation;
  }

  /** The installed node types, and those of the document's subgraphs. */
  public NodeRegistry registry() {
    return registry;
  }

  /** The document's history; a new one after {@link #open}. */
  public EditHistory history() {
    return history;
  }

  /** The graph: that of the level that is shown. */
  public Graph graph() {
    return graph.get();
  }

  /** The graph. */
  public ReadOnlyObjectProperty<Graph> graphProperty() {
    return graph.getReadOnlyProperty();
  }

  /** Where everything is, with what a gesture has in its hand. */
  public GraphLayout layout() {
    return layout.get();
  }

  /** Where everything is. */
  public ReadOnlyObjectProperty<GraphLayout> layoutProperty() {
    return layout.getReadOnlyProperty();
  }

  /** Ids of the selected nodes. */
  public ObjectProperty<Set<String>> selectionProperty() {
    return selection;
  }

  /** The selected wire. */
  public ObjectProperty<Optional<Wire>> selectedWireProperty() {
    return selectedWire;
  }

  /** What is wrong with the document, by nodes of its flat graph. */
  public ObjectProperty<List<Problem>> reportedProperty() {
    return reported;
  }

  /** What is wrong with the graph, by its nodes. */
  public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** Takes milliseconds by node of the document's flat graph. */
  public void offerTimes(Map<String, Double> measured) {
    millis = measured;
    times.offer(levels.here(measured));
  }

  /** Where the canvas looks. */
  public ObjectProperty<Camera> cameraProperty() {
    return camera;
  }

  /** What is under the pointer. */
  public ObjectProperty<Hit> hoverProperty() {
    return hover;
  }

  /** The port that the keyboard rests on. */
  public ObjectProperty<Optional<PortEnd>> portFocusProperty() {
    return portFocus;
  }

  /** What a gesture draws. */
  public ObjectProperty<Sketch> sketchProperty() {
    return sketch;
  }

  /** Ids of the types that the palette shows first. */
  public ObjectProperty<List<String>> favouritesProperty() {
    return favourites;
  }

  /** Small pictures of what nodes make. */
  public NodePictures pictures() {
    return pictures;
  }

  /** The subgraphs that a person keeps for all documents. */
  public ObjectProperty<SubgraphShelf> shelfProperty() {
    return shelf;
  }

  /** What can be added to the level that is shown. */
  public List<NodeOffer> offers() {
    return NodeOffer.of(registry, graph.get(), levels.subgraph(), shelf.get());
  }

  /** How long each node takes. */
  public NodeTimes times() {
    return times;
  }
}
