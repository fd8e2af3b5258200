package dev.dreamwire.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeParams;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.testfx.framework.junit5.Start;

/**
 * The graph of the world that ships is built from an empty canvas: 14 nodes, 16 wires and the five
 * parameters that differ from their defaults. It takes 46 gestures of the mouse (a click, a drag, a
 * turn of the wheel), or 306 keys (letters and modifiers each counted); at two seconds a gesture
 * and three keys a second, a person needs about a minute and a half for either.
 */
class EmptyCanvasTest extends WindowTest {
  private static final int MOST_GESTURES = 50;
  private static final int MOST_KEYS = 320;

  @Start
  void start(Stage shown) throws IOException {
    open(shown, WindowFixture.striped(shown, folder));
  }

  /** A double click, drags, clicks into lists and the wheel; no key. */
  @Test
  void theWorldsGraphIsBuiltByTheMouseAlone(TestReporter reporter) throws TimeoutException {
    MouseAlone mouse = new MouseAlone(robot, fixture.studio.registry());
    emptyCanvas();
    mouse.lookFromAfar();
    mouse.add("Keyboard & Mouse", 0, 0);
    mouse.pull("keyboard", "controls", true, "Action Map", 250, 0);
    mouse.pull("action_map", "action", true, "History", 500, 0);
    mouse.pull("history", "history", true, "Sampler: Euler", 750, 160);
    mouse.pull("euler_flow", "denoiser", false, "DiT", 700, 330);
    mouse.pull("euler_flow", "schedule", false, "Noise Schedule", 700, 480);
    mouse.pull("euler_flow", "context", false, "Context", 450, 480);
    mouse.wire("action_map.action", "euler_flow.action");
    mouse.pull("euler_flow", "latent", true, "Decode", 1000, 160);
    mouse.wire("euler_flow.latent", "history.frame");
    mouse.pull("decode", "autoencoder", false, "Autoencoder", 200, 360);
    mouse.pull("history", "start", false, "Encode", 450, 240);
    mouse.wire("autoencoder.autoencoder", "encode.autoencoder");
    mouse.pull("encode", "image", false, "Scene", 200, 140);
    mouse.pull("decode", "image", true, "Viewport", 1000, 300);
    mouse.pull("decode", "image", true, "Metrics", 1000, 400);
    mouse.pull("decode", "image", true, "Recorder", 1000, 520);
    mouse.file("autoencoder", "weights", "preset:weights/autoencoder.safetensors");
    mouse.file("dit", "weights", "preset:weights/dit.safetensors");
    mouse.turn("recorder", "record");
    mouse.drag("context", "window", -5);
    mouse.drag("context", "stabilisation", 9);
    assertShipped();
    reporter.publishEntry("gestures", String.valueOf(mouse.gestures()));
    assertTrue(mouse.gestures() <= MOST_GESTURES, () -> mouse.gestures() + " gestures");
  }

  /** The palette, the ports, the fields, all by keys; the pointer stays where it is. */
  @Test
  void theWorldsGraphIsBuiltByTheKeyboardAlone(TestReporter reporter) throws TimeoutException {
    emptyCanvas();
    KeysAlone keys = new KeysAlone(robot);
    keys.add("keyboard");
    keys.pull("controls", "action map");
    keys.pull("action", "history");
    keys.pull("history", "euler");
    keys.pull("denoiser", "dit");
    keys.go("Sampler");
    keys.pull("schedule", "noise sch");
    keys.go("Sampler");
    keys.pull("context", "context");
    keys.go("Action Map");
    keys.wire("action", "euler flow, action");
    keys.go("Sampler");
    keys.pull("latent", "decode");
    keys.pull("image", "viewport");
    keys.go("Decode");
    keys.pull("image", "metrics");
    keys.go("Decode");
    keys.pull("image", "recorder");
    keys.type(KeyCode.ENTER, KeyCode.SPACE, KeyCode.ENTER);
    keys.go("Sampler");
    keys.wire("latent", "history, frame");
    keys.go("History");
    keys.pull("start", "encode");
    keys.pull("image", "scene");
    keys.go("Encode");
    keys.pull("autoencoder", "autoencoder");
    keys.wire("autoencoder", "decode, autoencoder");
    keys.type(KeyCode.ENTER);
    keys.write("weights auto");
    keys.type(KeyCode.ENTER);
    keys.go("DiT");
    keys.type(KeyCode.ENTER);
    keys.write("weights/dit");
    keys.type(KeyCode.ENTER);
    keys.go("Context");
    keys.type(KeyCode.ENTER);
    keys.write("9");
    keys.type(KeyCode.TAB);
    keys.write("100");
    keys.type(KeyCode.ENTER);
    assertShipped();
    reporter.publishEntry("keys", String.valueOf(keys.strokes()));
    assertTrue(keys.strokes() <= MOST_KEYS, () -> keys.strokes() + " keys");
  }

  private void emptyCanvas() throws TimeoutException {
    robot.interact(() -> fixture.window.files().createNew());
    until(() -> fixture.studio.document().graph().nodes().isEmpty());
  }

  private void assertShipped() {
    NodeRegistry registry = fixture.studio.registry();
    Graph shipped = fixture.studio.catalogue().open("island").preset().graph();
    Graph built = fixture.studio.document().graph();
    assertEquals(values(shipped, registry), values(built, registry));
    assertEquals(wires(shipped), wires(built));
  }

  /** What every parameter is, by the node's type: there is one node of each. */
  private static Map<String, Map<String, Object>> values(Graph graph, NodeRegistry registry) {
    Map<String, Map<String, Object>> values = new TreeMap<>();
    for (Node node : graph.nodes().values()) {
      Map<String, Object> all = new TreeMap<>();
      var type = registry.find(node.type()).orElseThrow();
      type.spec().params().forEach(param -> all.put(param.name(), param.defaultValue()));
      all.putAll(NodeParams.upgraded(node, type));
      values.put(node.type(), all);
    }
    return values;
  }

  private static Set<String> wires(Graph graph) {
    return graph.wires().stream()
        .map((Wire w) -> end(graph, w.from()) + " -> " + end(graph, w.to()))
        .collect(Collectors.toSet());
  }

  private static String end(Graph graph, PortRef ref) {
    return graph.nodes().get(ref.node()).type() + "." + ref.port();
  }
}
