package dev.dreamwire.editor.bench;

import atlantafx.base.theme.PrimerDark;
import dev.dreamwire.editor.BigPatch;
import dev.dreamwire.editor.DemoNodes;
import dev.dreamwire.editor.GraphEditor;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Grouping;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * Frame times of the graph canvas and of a {@link PlainScene plain scene} of the same graph, as a
 * table: the time from one frame to the next while each shows something new, with no limit to their
 * rate. Run by hand; see docs/performance.md.
 */
public final class EditorBench {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final List<String> SIZES = List.of("100", "541", "2000", "1000s");

  /** After a size: all nodes are inside of a subgraph that is entered. */
  private static final String INSIDE = "s";

  private static final int WARM_UP = 20;
  private static final int FRAMES = 100;
  private static final double NEAR = 1;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Deque<Run> runs = new ArrayDeque<>();
  private final List<String> row = new ArrayList<>();
  private final Stage stage;

  private EditorBench(Stage stage) {
    this.stage = stage;
  }

  /** One cell of the table: what is on screen, and what is done to it before each frame. */
  private record Run(String row, Scened scene, IntConsumer step) {}

  /** A scene that is built when its turn has come. */
  private static final class Scened {
    private final Graph graph;
    private final List<String> level;
    private final boolean plain;
    private Region view;

    private Scened(Graph graph, List<String> level, boolean plain) {
      this.graph = graph;
      this.level = level;
      this.plain = plain;
    }

    private Region view() {
      if (view == null) {
        view = plain ? new PlainScene(layout()) : fresh();
      }
      return view;
    }

    private GraphEditor fresh() {
      GraphEditor editor = new GraphEditor(DemoNodes.REGISTRY, TextSource.ENGLISH);
      editor.open(graph);
      editor.goTo(level);
      return editor;
    }

    private GraphEditor editor() {
      return (GraphEditor) view();
    }

    private GraphLayout layout() {
      GraphEditor there = fresh();
      return GraphLayout.of(there.getGraph(), DemoNodes.REGISTRY);
    }

    private void look(double x, double y, double zoom) {
      switch (view()) {
        case PlainScene scene -> scene.look(x, y, zoom);
        case GraphEditor editor -> editor.cameraProperty().set(new Camera(x, y, zoom));
        default -> throw new IllegalStateException();
      }
    }
  }

  /**
   * Runs it; ends the program.
   *
   * @param args how many nodes, with {@link #INSIDE} after it for the inside of a subgraph; none
   *     for {@link #SIZES}
   */
  public static void main(String[] args) {
    System.setProperty("javafx.animation.fullspeed", "true");
    List<String> sizes = List.of(args);
    Platform.startup(() -> new EditorBench(new Stage()).start(sizes.isEmpty() ? SIZES : sizes));
  }

  private void start(List<String> sizes) {
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    out.println("Frame times in ms, p50 / p95 / p99, " + (int) WIDTH + "x" + (int) HEIGHT);
    out.println("| nodes, view | pan | zoom | drag a node | drag a wire |");
    out.println("|---|---|---|---|---|");
    for (String size : sizes) {
      if (size.endsWith(INSIDE)) {
        int count = Integer.parseInt(size.substring(0, size.length() - INSIDE.length()));
        Graph grouped = grouped(BigPatch.of(count));
        List<String> level = List.copyOf(grouped.nodes().keySet());
        plan(count + " inside a subgraph, canvas", new Scened(grouped, level, false));
      } else {
        Graph graph = BigPatch.of(Integer.parseInt(size));
        plan(size + ", canvas", new Scened(graph, List.of(), false));
        plan(size + ", node per region", new Scened(graph, List.of(), true));
      }
    }
    stage.setScene(new Scene(new Region(), WIDTH, HEIGHT));
    stage.show();
    next();
  }

  /** A graph with one node, which has all the others inside. */
  private static Graph grouped(Graph graph) {
    return new Grouping(graph, DemoNodes.REGISTRY)
        .group(graph.nodes().keySet(), "All")
        .orElseThrow()
        .edit()
        .apply(graph);
  }

  private void plan(String name, Scened scene) {
    NodeLayout node = scene.layout().node("n1").orElseThrow();
    runs.add(new Run(name, scene, i -> scene.look(wave(i, 300), wave(i, 120), NEAR)));
    runs.add(new Run(name, scene, i -> scene.look(0, 0, 0.15 + 0.85 * wave(i, 1))));
    runs.add(new Run(name, scene, i -> drag(scene, node, i, false)));
    runs.add(new Run(name, scene, i -> drag(scene, node, i, true)));
  }

  /** Goes to and fro between 0 and a height. */
  private static double wave(int i, double height) {
    return height * (0.5 - 0.5 * Math.cos(i * 0.05));
  }

  private static void drag(Scened scene, NodeLayout node, int i, boolean wire) {
    if (i == 0) {
      scene.look(0, 0, NEAR);
    }
    Point2D start =
        wire
            ? node.outputs().getFirst().at()
            : new Point2D(node.bounds().getMinX() + 90, node.bounds().getMinY() + 17);
    Point2D at = start.add(20 + wave(i, 60), 20 + wave(i, 90));
    switch (scene.view()) {
      case PlainScene plain when wire -> plain.pull(start, at);
      case PlainScene plain ->
          plain.move(node.id(), at.getX() - start.getX(), at.getY() - start.getY());
      default -> {
        if (i == 0) {
          press(scene.view(), MouseEvent.MOUSE_PRESSED, start);
        }
        press(scene.view(), MouseEvent.MOUSE_DRAGGED, at);
        if (i == WARM_UP + FRAMES) {
          press(scene.view(), MouseEvent.MOUSE_RELEASED, start);
          scene.editor().undo();
        }
      }
    }
  }

  private static void press(Region view, EventType<MouseEvent> type, Point2D at) {
    Node canvas = view.lookup(".graph-canvas");
    Event.fireEvent(
        canvas,
        new MouseEvent(
            type,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            false,
            null));
  }

  private void next() {
    Run run = runs.poll();
    if (run == null) {
      Platform.exit();
      return;
    }
    if (stage.getScene().getRoot() != run.scene().view()) {
      stage.getScene().setRoot(run.scene().view());
    }
    new Clock(run).start();
  }

  private void done(Run run, FrameTimes times) {
    row.add(times.toString());
    if (runs.isEmpty() || !runs.peek().row().equals(run.row())) {
      out.println("| " + run.row() + " | " + String.join(" | ", row) + " |");
      row.clear();
    }
    next();
  }

  /** Steps once a frame, and notes when frames come. */
  private final class Clock extends AnimationTimer {
    private final Run run;
    private final double[] millis = new double[FRAMES];
    private int frame;
    private long last;

    private Clock(Run run) {
      this.run = run;
    }

    @Override
    public void handle(long pulse) {
      long now = System.nanoTime();
      if (frame > WARM_UP) {
        millis[frame - WARM_UP - 1] = (now - last) / 1e6;
      }
      last = now;
      if (frame == WARM_UP + FRAMES) {
        stop();
        run.step().accept(frame);
        done(run, new FrameTimes(millis));
        return;
      }
      run.step().accept(frame++);
    }
  }
}
