package dev.dreamwire.studio.shell;

import dev.dreamwire.editor.GraphEditor;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;

/** A person's hand on the graph's canvas: knows where ports are, and drags between them. */
final class GraphHand {
  private static final int STEPS = 4;
  private static final double MARGIN = 12;

  private final FxRobot robot;
  private final NodeRegistry registry;

  GraphHand(FxRobot robot, NodeRegistry registry) {
    this.robot = robot;
    this.registry = registry;
  }

  private GraphEditor editor() {
    return robot.lookup("#graph-editor").queryAs(GraphEditor.class);
  }

  private GraphLayout layout() {
    return GraphLayout.of(editor().getGraph(), registry);
  }

  /** Zooms to where some nodes can be told from each other. */
  void look(String... nodes) {
    Rectangle2D place = layout().bounds(List.of(nodes)).orElseThrow();
    GraphEditor editor = editor();
    robot.interact(
        () ->
            editor
                .cameraProperty()
                .set(Camera.fitting(place, editor.getWidth(), editor.getHeight(), MARGIN)));
  }

  /** Where a port is on the screen. */
  private Point2D place(PortRef ref, boolean output) {
    GraphLayout layout = layout();
    Socket socket = (output ? layout.output(ref) : layout.input(ref)).orElseThrow();
    return editor().localToScreen(editor().cameraProperty().get().toScreen(socket.at()));
  }

  /** Drags from an output to an input. */
  void wire(String fromNode, String output, String toNode, String input) {
    look(fromNode, toNode);
    Point2D from = place(new PortRef(fromNode, output), true);
    Point2D to = place(new PortRef(toNode, input), false);
    robot.moveTo(from).press(MouseButton.PRIMARY);
    for (int i = 1; i <= STEPS; i++) {
      robot.moveTo(from.interpolate(to, (double) i / STEPS));
    }
    robot.release(MouseButton.PRIMARY);
  }

  /** Why the last wire was refused; empty if it was not. */
  String refusal() {
    return editor().lastRefusalProperty().get();
  }
}
