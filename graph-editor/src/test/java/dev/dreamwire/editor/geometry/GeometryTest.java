package dev.dreamwire.editor.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.editor.DemoNodes;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class GeometryTest {
  private static final GraphLayout LAYOUT = GraphLayout.of(DemoNodes.patch(), DemoNodes.REGISTRY);

  @Test
  void screenAndWorldAreInverseAndZoomKeepsItsCentre() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      Camera camera =
          new Camera(
              random.nextGaussian() * 1e3, random.nextGaussian() * 1e3, random.nextDouble() * 4);
      Point2D screen = new Point2D(random.nextDouble() * 2000, random.nextDouble() * 1000);
      assertEquals(0, camera.toScreen(camera.toWorld(screen)).distance(screen), 1e-6);
      Camera zoomed = camera.zoomedAbout(screen, random.nextDouble() * 3);
      assertEquals(0, zoomed.toWorld(screen).distance(camera.toWorld(screen)), 1e-6);
    }
  }

  @Test
  void aFittedRectangleIsWhollyInViewAndNeverLargerThanLife() {
    for (double size : new double[] {1, 300, 4000}) {
      Rectangle2D world = new Rectangle2D(-50, 70, size, size / 2);
      Camera camera = Camera.fitting(world, 800, 600, 20);
      assertTrue(camera.visible(800, 600).contains(world));
      assertTrue(camera.zoom() <= 1);
    }
  }

  @Test
  void everyPartOfANodeIsInsideItAndApartFromTheOthers() {
    for (NodeLayout node : LAYOUT.nodes()) {
      List<Rectangle2D> fields = node.fields().stream().map(Field::bounds).toList();
      for (int i = 0; i < fields.size(); i++) {
        assertTrue(node.bounds().contains(fields.get(i)), node::toString);
        for (int j = 0; j < i; j++) {
          assertTrue(!fields.get(i).intersects(fields.get(j)), node::toString);
        }
      }
      node.sockets()
          .forEach(
              s ->
                  assertTrue(
                      s.at().getX() == node.bounds().getMinX()
                          || s.at().getX() == node.bounds().getMaxX()));
    }
  }

  @Test
  void whatIsUnderAPointIsFoundPortsFirst() {
    Socket socket = LAYOUT.output(DemoNodes.ref("voice.sound")).orElseThrow();
    assertEquals(new Hit.OnSocket(socket), LAYOUT.at(socket.at().add(3, 0), 5));
    Field field = LAYOUT.node("echo").orElseThrow().fields().getFirst();
    Rectangle2D r = field.bounds();
    assertEquals(
        new Hit.OnField(field), LAYOUT.at(new Point2D(r.getMinX() + 5, r.getMinY() + 5), 5));
    WireLayout wire = LAYOUT.wires().iterator().next();
    assertEquals(
        new Hit.OnWire(wire.wire()), LAYOUT.at(wire.path().curves().getFirst().at(0.5), 5));
    assertInstanceOf(Hit.Background.class, LAYOUT.at(new Point2D(-500, -500), 5));
  }

  @Test
  void aFeedbackWireReturnsBelowItsNodes() {
    WireLayout loop =
        LAYOUT.wires().stream().filter(WireLayout::feedback).findFirst().orElseThrow();
    assertTrue(loop.bounds().getMaxY() > LAYOUT.node("echo").orElseThrow().bounds().getMaxY());
    assertEquals(LAYOUT.output(loop.wire().from()).orElseThrow().at(), loop.path().start());
    assertEquals(LAYOUT.input(loop.wire().to()).orElseThrow().at(), loop.path().end());
  }

  @Test
  void curvesOfAWireJoinAndStayInItsBounds() {
    Random random = new Random(2);
    for (int i = 0; i < 100; i++) {
      Point2D from = new Point2D(random.nextInt(900), random.nextInt(900));
      Point2D to = new Point2D(random.nextInt(900), random.nextInt(900));
      for (WirePath path : List.of(WirePath.direct(from, to), WirePath.returning(from, to, 1000))) {
        Point2D at = from;
        for (Cubic curve : path.curves()) {
          assertEquals(0, at.distance(curve.a()), 1e-9);
          at = curve.d();
          assertTrue(path.distance(curve.at(0.37)) < 2);
        }
        assertEquals(0, at.distance(to), 1e-9);
      }
    }
  }

  @Test
  void aNodeOfAMissingTypeKeepsItsWires() {
    Graph graph = DemoNodes.patch();
    Node gone = new Node("echo", "other:gone", 1, Map.of(), 560, 40);
    GraphLayout layout = GraphLayout.of(graph.with(gone), DemoNodes.REGISTRY);
    assertEquals(graph.wires().size(), layout.wires().size());
    assertTrue(!layout.node("echo").orElseThrow().face().known());
  }

  @Test
  void unchangedNodesAreNotLaidOutAnew() {
    Graph moved =
        new GraphEdit.MoveNodes(Map.of("meter", new GraphEdit.Position(1, 2)))
            .apply(DemoNodes.patch());
    GraphLayout first = GraphLayout.of(DemoNodes.patch(), DemoNodes.REGISTRY);
    GraphLayout next = first.next(moved, DemoNodes.REGISTRY, node -> false);
    assertEquals(1, next.node("meter").orElseThrow().bounds().getMinX());
    GraphLayout same = next.next(moved, DemoNodes.REGISTRY, node -> false);
    assertSame(next.node("echo").orElseThrow(), same.node("echo").orElseThrow());
  }

  @Test
  void aMovedNodeSettlesBesideANearEdgeElseOnTheGrid() {
    List<Rectangle2D> others = List.of(new Rectangle2D(103, 407, 200, 100));
    Snapping near = Snapping.of(new Point2D(101, 31), others, 6);
    assertEquals(new Point2D(103, 30), near.at());
    assertEquals(Optional.of(103.0), near.column());
    assertEquals(Optional.empty(), near.row());
  }

  @Test
  void arrowsReachTheNearestNodeThatWay() {
    assertEquals(Optional.of("echo"), LAYOUT.neighbour("voice", 1, 0));
    assertEquals(Optional.of("tuning"), LAYOUT.neighbour("keys", 0, 1));
    assertEquals(Optional.empty(), LAYOUT.neighbour("speaker", 1, 0));
  }
}
