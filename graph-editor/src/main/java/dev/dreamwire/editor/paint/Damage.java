package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.Hit;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.runtime.graph.Wire;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;

/** What of the world no longer looks as it was drawn. Window thread only. */
final class Damage {
  /** Shadows, glows and ports reach so far out of what they belong to, in world units. */
  private static final double REACH = 28;

  /** Drawing more than this share of what is seen in parts costs as much as drawing it all. */
  private static final double MOST = 0.6;

  private boolean all = true;
  private Optional<Rectangle2D> part = Optional.empty();

  /** Everything looks different. */
  void addAll() {
    all = true;
  }

  /** A layout has come in place of another: what only one of them has looks different. */
  void add(GraphLayout was, GraphLayout now) {
    if (!was.annotations().equals(now.annotations())) {
      addAll();
    }
    if (all) {
      return;
    }
    Set<NodeLayout> nodes = identical(was.nodes(), now.nodes());
    was.nodes().stream().filter(n -> !nodes.contains(n)).forEach(n -> add(n.bounds()));
    now.nodes().stream().filter(n -> !nodes.contains(n)).forEach(n -> add(n.bounds()));
    Set<WireLayout> wires = identical(was.wires(), now.wires());
    was.wires().stream().filter(w -> !wires.contains(w)).forEach(w -> add(w.bounds()));
    now.wires().stream().filter(w -> !wires.contains(w)).forEach(w -> add(w.bounds()));
  }

  /** The pointer has come to something, or left it. */
  void add(GraphLayout layout, Hit hit) {
    switch (hit) {
      case Hit.Background ground -> {}
      case Hit.OnAnnotation on -> {}
      case Hit.OnNode(NodeLayout node) -> add(node.bounds());
      case Hit.OnBadge(NodeLayout node) -> add(node.bounds());
      case Hit.OnField(var field) -> add(field.bounds());
      case Hit.OnSocket socket -> {}
      case Hit.OnWire(Wire wire) -> layout.wire(wire).map(WireLayout::bounds).ifPresent(this::add);
    }
  }

  private static <T> Set<T> identical(Collection<T> was, Collection<T> now) {
    Set<T> before = Collections.newSetFromMap(new IdentityHashMap<>());
    before.addAll(was);
    Set<T> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    now.stream().filter(before::contains).forEach(kept::add);
    return kept;
  }

  private void add(Rectangle2D area) {
    Rectangle2D grown = Brush.grown(area, REACH);
    part = Optional.of(part.map(p -> union(p, grown)).orElse(grown));
  }

  /** What must be drawn anew of what is seen; from now on nothing must. */
  Optional<Rectangle2D> take(Rectangle2D seen) {
    Optional<Rectangle2D> taken =
        all ? Optional.of(seen) : part.map(p -> common(p, seen)).filter(p -> p.getWidth() > 0);
    all = false;
    part = Optional.empty();
    return taken.map(p -> area(p) > MOST * area(seen) ? seen : p);
  }

  private static double area(Rectangle2D r) {
    return r.getWidth() * r.getHeight();
  }

  private static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
    double left = Math.min(a.getMinX(), b.getMinX());
    double top = Math.min(a.getMinY(), b.getMinY());
    return new Rectangle2D(
        left,
        top,
        Math.max(a.getMaxX(), b.getMaxX()) - left,
        Math.max(a.getMaxY(), b.getMaxY()) - top);
  }

  /** What two rectangles share; without width if they are apart. */
  static Rectangle2D common(Rectangle2D a, Rectangle2D b) {
    double left = Math.max(a.getMinX(), b.getMinX());
    double top = Math.max(a.getMinY(), b.getMinY());
    return new Rectangle2D(
        left,
        top,
        Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - left),
        Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - top));
  }
}
