package dev.dreamwire.editor.geometry;

import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Conversion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Where everything of a graph is. Immutable. */
public final class GraphLayout {
  private static final double LANE_GAP = 26;
  private static final double LANE_STEP = 12;

  /** Height of a frame's title bar, in world units. */
  public static final double TITLE = 30;

  /** Side of the corner that an annotation is resized by, in world units. */
  public static final double CORNER = 16;

  private final Map<String, NodeLayout> nodes;
  private final Map<Wire, WireLayout> wires;
  private final Map<String, Annotation> annotations;

  private GraphLayout(
      Map<String, NodeLayout> nodes,
      Map<Wire, WireLayout> wires,
      Map<String, Annotation> annotations) {
    this.annotations = annotations;
    this.nodes = Collections.unmodifiableMap(nodes);
    this.wires = Collections.unmodifiableMap(wires);
  }

  /** The layout of a graph whose nodes show no pictures. */
  public static GraphLayout of(Graph graph, NodeRegistry registry) {
    return new GraphLayout(new LinkedHashMap<>(), new LinkedHashMap<>(), Map.of())
        .next(graph, registry, node -> false);
  }

  /**
   * The layout of a graph that differs little from this one's: nodes that did not change are
   * reused, and so are wires that neither changed nor have to go round a node that did.
   *
   * @param pictured whether a node shows a picture, if it is not collapsed
   */
  public GraphLayout next(Graph graph, NodeRegistry registry, Predicate<Node> pictured) {
    Map<String, NodeLayout> next = new LinkedHashMap<>();
    List<Rectangle2D> touched = new ArrayList<>();
    for (Node node : graph.nodes().values()) {
      NodeLayout old = nodes.get(node.id());
      boolean shows = !node.state().collapsed() && pictured.test(node);
      boolean same =
          old != null
              && old.face().node() == node
              && old.face().known()
              && !old.face().changesWith(graph, registry)
              && old.picture().isPresent() == shows;
      NodeLayout now = same ? old : NodeLayout.of(NodeFace.of(node, graph, registry), shows);
      if (!same) {
        touched.add(now.bounds());
        Optional.ofNullable(old).map(NodeLayout::bounds).ifPresent(touched::add);
      }
      next.put(node.id(), now);
    }
    nodes.values().stream()
        .filter(old -> !next.containsKey(old.id()))
        .map(NodeLayout::bounds)
        .forEach(touched::add);
    return new GraphLayout(next, routed(graph, next, touched), graph.annotations());
  }

  private Map<Wire, WireLayout> routed(
      Graph graph, Map<String, NodeLayout> next, List<Rectangle2D> touched) {
    Map<Wire, WireLayout> routed = new LinkedHashMap<>();
    List<WireLayout> returning = new ArrayList<>();
    for (Wire wire : graph.wires()) {
      WireLayout old = wires.get(wire);
      boolean stays =
          old != null
              && next.get(wire.from().node()) == nodes.get(wire.from().node())
              && next.get(wire.to().node()) == nodes.get(wire.to().node())
              && old.via().equals(via(graph, wire))
              && !(old.returns() && goesRound(old, touched));
      Optional<WireLayout> made =
          stays ? Optional.of(old) : route(wire, next, returning, via(graph, wire));
      WireLayout layout = made.map(now -> now.equals(old) ? old : now).orElse(null);
      if (layout != old && old != null && old.returns()) {
        touched.add(old.bounds());
      }
      if (layout != null) {
        routed.put(wire, layout);
        if (layout.returns()) {
          returning.add(layout);
          touched.addAll(layout == old ? List.of() : List.of(layout.bounds()));
        }
      }
    }
    return routed;
  }

  private static boolean goesRound(WireLayout wire, List<Rectangle2D> touched) {
    return touched.stream().anyMatch(r -> overlap(r, wire.bounds()));
  }

  /** Whether one is above the other, however far. */
  private static boolean overlap(Rectangle2D a, Rectangle2D b) {
    return a.getMaxX() >= b.getMinX() && a.getMinX() <= b.getMaxX();
  }

  private static Optional<WireLayout> route(
      Wire wire, Map<String, NodeLayout> nodes, List<WireLayout> returning, List<Point2D> via) {
    Optional<Socket> from = find(nodes.get(wire.from().node()).outputs(), wire.from());
    Optional<Socket> to = find(nodes.get(wire.to().node()).side(false), wire.to());
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Point2D start = from.get().at();
    Point2D end = to.get().at();
    boolean feedback = to.get().port().role() == Port.Role.FEEDBACK;
    boolean back = via.isEmpty() && feedback && end.getX() < start.getX() + WirePath.LEAST_WAY;
    double lane = back ? lane(start, end, nodes.values(), returning) : WireLayout.NO_LANE;
    WirePath straight = back ? WirePath.returning(start, end, lane) : WirePath.direct(start, end);
    WirePath path = via.isEmpty() ? straight : WirePath.through(start, via, end);
    Optional<Conversion> conversion =
        Conversion.between(
            from.get().port(), nodes.get(wire.to().node()).face().spec(), wire.to().port());
    return Optional.of(
        new WireLayout(wire, from.get().port().type(), feedback, path, via, lane, conversion));
  }

  private static List<Point2D> via(Graph graph, Wire wire) {
    return graph.reroutes().getOrDefault(wire, List.of()).stream()
        .map(p -> new Point2D(p.x(), p.y()))
        .toList();
  }

  /** Below the nodes between two ends, and beside the lanes that other wires have there. */
  private static double lane(
      Point2D start, Point2D end, Collection<NodeLayout> nodes, List<WireLayout> returning) {
    Rectangle2D way = WirePath.returning(start, end, Math.max(start.getY(), end.getY())).bounds();
    List<Double> taken =
        returning.stream()
            .filter(other -> overlap(other.bounds(), way))
            .map(WireLayout::lane)
            .sorted()
            .toList();
    double lane = bottom(start, end, nodes) + LANE_GAP;
    for (double other : taken) {
      if (Math.abs(other - lane) < LANE_STEP) {
        lane = other + LANE_STEP;
      }
    }
    return lane;
  }

  /** The lowest edge of the nodes that stand between two ends, the ends' own nodes included. */
  private static double bottom(Point2D start, Point2D end, Collection<NodeLayout> nodes) {
    double left = Math.min(start.getX(), end.getX()) - 1;
    double right = Math.max(start.getX(), end.getX()) + 1;
    double low = Math.max(start.getY(), end.getY());
    double reach = low + 600;
    for (NodeLayout node : nodes) {
      Rectangle2D b = node.bounds();
      if (b.getMaxX() >= left && b.getMinX() <= right && b.getMinY() < reach) {
        low = Math.max(low, b.getMaxY());
      }
    }
    return low;
  }

  /** The nodes in drawing order. */
  public Collection<NodeLayout> nodes() {
    return nodes.values();
  }

  /** Frames and comments by id, in drawing order. */
  public Map<String, Annotation> annotations() {
    return annotations;
  }

  /** A node. */
  public Optional<NodeLayout> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** The wires whose ends both exist, in the order they were made. */
  public Collection<WireLayout> wires() {
    return wires.values();
  }

  /** Where a wire is. */
  public Optional<WireLayout> wire(Wire wire) {
    return Optional.ofNullable(wires.get(wire));
  }

  /** An input of a node. */
  public Optional<Socket> input(PortRef ref) {
    return node(ref.node()).flatMap(n -> find(n.side(false), ref));
  }

  /** An output of a node. */
  public Optional<Socket> output(PortRef ref) {
    return node(ref.node()).flatMap(n -> find(n.outputs(), ref));
  }

  /** A port, if its node has it. */
  public Optional<Socket> socket(PortEnd end) {
    return end.output() ? output(end.ref()) : input(end.ref());
  }

  private static Optional<Socket> find(List<Socket> sockets, PortRef ref) {
    return sockets.stream().filter(s -> s.ref().equals(ref)).findFirst();
  }

  /** The rectangle around some nodes; empty if there are none. */
  public Optional<Rectangle2D> bounds(Collection<String> ids) {
    return ids.stream()
        .flatMap(id -> node(id).stream())
        .map(NodeLayout::bounds)
        .reduce(GraphLayout::union);
  }

  /** The rectangle around all nodes, wires and annotations; empty if there are none. */
  public Optional<Rectangle2D> bounds() {
    Optional<Rectangle2D> notes =
        annotations.values().stream().map(GraphLayout::area).reduce(GraphLayout::union);
    Optional<Rectangle2D> graph = wired();
    return notes.map(n -> graph.map(g -> union(g, n)).orElse(n)).or(() -> graph);
  }

  private static Rectangle2D area(Annotation annotation) {
    Annotation.Area a = annotation.area();
    return new Rectangle2D(a.x(), a.y(), a.width(), a.height());
  }

  private Optional<Rectangle2D> wired() {
    return bounds(nodes.keySet())
        .map(
            b ->
                wires().stream()
                    .filter(WireLayout::feedback)
                    .map(WireLayout::bounds)
                    .reduce(b, GraphLayout::union));
  }

  /** The smallest rectangle around two. */
  public static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
    double left = Math.min(a.getMinX(), b.getMinX());
    double top = Math.min(a.getMinY(), b.getMinY());
    return new Rectangle2D(
        left,
        top,
        Math.max(a.getMaxX(), b.getMaxX()) - left,
        Math.max(a.getMaxY(), b.getMaxY()) - top);
  }

  /**
   * What is at a point, the uppermost first: ports, then fields and nodes, then wires, then
   * annotations; of a frame only its title bar and its corner.
   *
   * @param tolerance how far from a port or wire still counts, in world units
   */
  public Hit at(Point2D point, double tolerance) {
    for (NodeLayout node : new ArrayList<>(nodes.values()).reversed()) {
      Hit hit = at(node, point, tolerance);
      if (hit != null) {
        return hit;
      }
    }
    return reroute(point, tolerance).orElseGet(() -> wireAt(point, tolerance));
  }

  private Optional<Hit> reroute(Point2D point, double tolerance) {
    for (WireLayout wire : wires.values()) {
      for (int i = 0; i < wire.via().size(); i++) {
        if (wire.via().get(i).distance(point) <= tolerance + 2) {
          return Optional.of(new Hit.OnReroute(wire.wire(), i));
        }
      }
    }
    return Optional.empty();
  }

  private Hit wireAt(Point2D point, double tolerance) {
    return new ArrayList<>(wires.values())
        .reversed().stream()
            .filter(w -> near(w.bounds(), point, tolerance))
            .filter(w -> w.path().distance(point) <= tolerance)
            .findFirst()
            .<Hit>map(w -> new Hit.OnWire(w.wire()))
            .orElseGet(() -> annotationAt(point));
  }

  private Hit annotationAt(Point2D point) {
    for (Annotation annotation : new ArrayList<>(annotations.values()).reversed()) {
      Rectangle2D r = area(annotation);
      if (r.contains(point)) {
        boolean corner = point.getX() > r.getMaxX() - CORNER && point.getY() > r.getMaxY() - CORNER;
        boolean title = point.getY() < r.getMinY() + TITLE;
        if (corner || title || annotation.kind() == Annotation.Kind.COMMENT) {
          return new Hit.OnAnnotation(annotation, corner);
        }
      }
    }
    return new Hit.Background();
  }

  private static Hit at(NodeLayout node, Point2D point, double tolerance) {
    if (!near(node.bounds(), point, tolerance)) {
      return null;
    }
    Optional<Field> field =
        node.fields().stream().filter(f -> f.bounds().contains(point)).findFirst();
    // A value is there to be pulled as far as its edge; from a header no hidden port is pulled.
    boolean onParams = field.isEmpty() && !node.collapsed();
    Optional<Socket> socket =
        (onParams ? node.sockets() : node.ports())
            .filter(s -> s.at().distance(point) <= tolerance + 3)
            .min(Comparator.comparingDouble(s -> s.at().distance(point)));
    if (socket.isPresent()) {
      return new Hit.OnSocket(socket.get());
    }
    if (!node.bounds().contains(point)) {
      return null;
    }
    if (field.isPresent()) {
      return new Hit.OnField(field.get());
    }
    return node.badge().contains(point) ? new Hit.OnBadge(node) : new Hit.OnNode(node);
  }

  private static boolean near(Rectangle2D bounds, Point2D point, double tolerance) {
    return point.getX() >= bounds.getMinX() - tolerance
        && point.getX() <= bounds.getMaxX() + tolerance
        && point.getY() >= bounds.getMinY() - tolerance
        && point.getY() <= bounds.getMaxY() + tolerance;
  }

  /** The nodes that a rectangle touches. */
  public List<String> touching(Rectangle2D area) {
    return nodes.values().stream()
        .filter(n -> n.bounds().intersects(area))
        .map(NodeLayout::id)
        .toList();
  }

  /**
   * The node that an arrow key reaches from another: near, and more ahead than aside.
   *
   * @param dx −1 for left, 1 for right, else 0
   * @param dy −1 for up, 1 for down, else 0
   */
  public Optional<String> neighbour(String from, int dx, int dy) {
    Rectangle2D start = nodes.get(from).bounds();
    String best = null;
    double least = Double.MAX_VALUE;
    for (NodeLayout node : nodes.values()) {
      double x = centre(node.bounds()).getX() - centre(start).getX();
      double y = centre(node.bounds()).getY() - centre(start).getY();
      double ahead = x * dx + y * dy;
      double aside = Math.abs(x * dy) + Math.abs(y * dx);
      double cost = ahead + 2 * aside;
      if (ahead > 0 && cost < least) {
        least = cost;
        best = node.id();
      }
    }
    return Optional.ofNullable(best);
  }

  private static Point2D centre(Rectangle2D r) {
    return new Point2D(r.getMinX() + r.getWidth() / 2, r.getMinY() + r.getHeight() / 2);
  }
}
