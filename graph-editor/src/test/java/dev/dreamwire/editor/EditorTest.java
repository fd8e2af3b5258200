package dev.dreamwire.editor;

import atlantafx.base.theme.PrimerDark;
import dev.dreamwire.editor.model.GraphChange;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** An editor of the demo patch in a window that a robot uses, opened before each test. */
@ExtendWith(ApplicationExtension.class)
abstract class EditorTest {
  /** What the editor told of its edits. */
  final List<GraphChange> changes = new ArrayList<>();

  GraphEditor editor;
  Scene scene;
  EditorHand hand;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  /** Opens the window; for the test's start, which the robot looks for in the test's own class. */
  void open(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    editor = new GraphEditor(DemoNodes.REGISTRY, TextSource.ENGLISH);
    editor.setOnChange(changes::add);
    scene = new Scene(editor, 1000, 640);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    editor.open(DemoNodes.patch());
  }

  @BeforeEach
  void takeHold(FxRobot robot) {
    hand = new EditorHand(robot, editor);
    hand.settle();
  }

  Object param(String node, String name) {
    return node(node).params().get(name);
  }

  Node node(String id) {
    return editor.getGraph().nodes().get(id);
  }
}
