package dev.dreamwire.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.engine.Plan;
import dev.dreamwire.runtime.engine.PlanRun;
import dev.dreamwire.runtime.engine.Planner;
import dev.dreamwire.runtime.engine.Services;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit.SetParam;
import dev.dreamwire.runtime.graph.InstalledNodes;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.runtime.node.ViewportSink;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example nodes, found as plugins and played by the engine. */
class ExamplePluginsTest {
  private static final int SIDE = 16;

  @TempDir Path folder;
  private final AtomicReference<float[]> shown = new AtomicReference<>();
  private Graph graph;
  private Plan plan;
  private PlanRun run;

  /** A picture of one colour, -0.6, 0 and 0.2 as the engine counts, through the Colour node. */
  @BeforeEach
  void play() throws IOException {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SIDE * SIDE; i++) {
      picture.setRGB(i % SIDE, i / SIDE, 51 << 16 | 128 << 8 | 153);
    }
    Path file = folder.resolve("colour.png");
    ImageIO.write(picture, "png", file.toFile());
    Map<String, Object> scene =
        Map.of("scene", file.toString(), "width", (long) SIDE, "height", (long) SIDE);
    graph =
        Graph.of(
            List.of(
                new Node("scene", "dreamwire:scene", 1, scene, 0, 0),
                new Node("colour", "examples:colour", 1, Map.of(), 0, 0),
                new Node("viewport", "dreamwire:viewport", 1, Map.of(), 0, 0)),
            List.of(
                new Wire(new PortRef("scene", "image"), new PortRef("colour", "image")),
                new Wire(new PortRef("colour", "image"), new PortRef("viewport", "image"))));
    ViewportSink sink = (node, image) -> shown.set(image.toArray());
    plan =
        new Planner(
                InstalledNodes.find().registry(),
                new CpuBackend(),
                CompileOptions.DEFAULT,
                Services.NONE.with(ViewportSink.class, sink))
            .plan(graph, Path::of, Set.of());
    run = PlanRun.start(plan, 0);
  }

  @AfterEach
  void close() {
    run.close();
    plan.close();
  }

  /** The colour of every pixel after parameters were moved while it plays. */
  private void expect(double red, double green, double blue, String... settings) {
    Graph moved = graph;
    for (String setting : settings) {
      String[] parts = setting.split("=");
      moved = new SetParam("colour", parts[0], Double.valueOf(parts[1])).apply(moved);
    }
    run.updateLive(moved);
    run.frame();
    float[] planes = shown.get();
    assertEquals(3 * SIDE * SIDE, planes.length);
    for (int i = 0; i < SIDE * SIDE; i++) {
      assertArrayEquals(
          new double[] {red, green, blue},
          new double[] {planes[i], planes[i + SIDE * SIDE], planes[i + 2 * SIDE * SIDE]},
          0.01);
    }
  }

  @Test
  void aFreshColourNodeChangesNothing() {
    expect(-0.6, 0, 0.2);
  }

  @Test
  void brightnessMovesAllColoursAlikeAndWhiteIsTheEnd() {
    expect(-0.1, 0.5, 0.7, "brightness=0.5");
    expect(0.4, 1, 1, "brightness=1");
  }

  @Test
  void contrastStretchesFromTheMiddle() {
    expect(-1, 0, 0.4, "contrast=2");
    expect(0, 0, 0, "contrast=0");
  }

  @Test
  void saturationGoesFromBlackAndWhiteToRicherColours() {
    double grey = (-0.6 + 0 + 0.2) / 3;
    expect(grey, grey, grey, "saturation=0");
    expect(
        grey + 1.5 * (-0.6 - grey),
        grey + 1.5 * (0 - grey),
        grey + 1.5 * (0.2 - grey),
        "saturation=1.5");
  }
}
