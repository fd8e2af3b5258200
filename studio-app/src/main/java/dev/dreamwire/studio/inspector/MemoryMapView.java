package dev.dreamwire.studio.inspector;

import dev.dreamwire.runtime.memory.MemoryMap;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.studio.i18n.Messages;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;

/**
 * A memory from above: every kept view as a wedge that opens to where it looked, fainter those
 * around that were known before the game, the player in the middle, north up.
 */
final class MemoryMapView extends VBox {
  private static final double SIZE = 220;
  private static final double MARGIN = 16;

  /** The map shows at least so many blocks around the player. */
  private static final double LEAST_RADIUS = 4;

  /** The same where an atlas shows more than what was kept. */
  private static final double KNOWN_RADIUS = 12;

  private static final double WEDGE = 9;
  private static final double HALF_ANGLE = 25;

  private final Path known = path("memory-known");
  private final Path kept = path("memory-kept");
  private final Path recalled = path("memory-recalled");
  private final Path here = path("memory-here");
  private final Label legend = new Label();
  private final Messages messages;

  MemoryMapView(Messages messages) {
    this.messages = messages;
    Pane map = new Pane(known, kept, recalled, here);
    map.getStyleClass().add("memory-map");
    map.setMinSize(SIZE, SIZE);
    map.setPrefSize(SIZE, SIZE);
    map.setMaxSize(SIZE, SIZE);
    map.setClip(new Rectangle(SIZE, SIZE));
    legend.setWrapText(true);
    legend.getStyleClass().add("node-help");
    getStyleClass().add("memory");
    getChildren().addAll(map, legend);
  }

  private static Path path(String style) {
    Path path = new Path();
    path.getStyleClass().add(style);
    path.setManaged(false);
    return path;
  }

  /** Shows what is held now. */
  void show(MemoryMap map) {
    double radius =
        map.kept().stream()
            .flatMapToDouble(
                pose ->
                    DoubleStream.of(
                        Math.abs(pose.x() - map.here().x()), Math.abs(pose.z() - map.here().z())))
            .reduce(map.known().isEmpty() ? LEAST_RADIUS : KNOWN_RADIUS, Math::max);
    double scale = (SIZE / 2 - MARGIN) / radius;
    List<Pose> around =
        map.known().stream().filter(pose -> within(radius, pose, map.here())).toList();
    draw(known, around, map.here(), scale);
    draw(kept, map.kept(), map.here(), scale);
    draw(recalled, map.recalled().stream().toList(), map.here(), scale);
    draw(here, List.of(map.here()), map.here(), scale);
    String text =
        messages.get(
            "inspector.memory.legend",
            map.kept().size(),
            Math.round(radius),
            map.recalled().isPresent() ? 1 : 0,
            map.known().size(),
            Math.round(100 * map.share()));
    legend.setText(text);
    setAccessibleText(text);
  }

  private static boolean within(double radius, Pose pose, Pose centre) {
    return Math.abs(pose.x() - centre.x()) < radius && Math.abs(pose.z() - centre.z()) < radius;
  }

  private static void draw(Path path, List<Pose> poses, Pose centre, double scale) {
    path.getElements()
        .setAll(poses.stream().flatMap(pose -> wedge(pose, centre, scale).stream()).toList());
  }

  private static List<PathElement> wedge(Pose pose, Pose centre, double scale) {
    double x = SIZE / 2 + scale * (pose.x() - centre.x());
    double y = SIZE / 2 + scale * (pose.z() - centre.z());
    return List.of(
        new MoveTo(alongX(x, pose.yaw() - HALF_ANGLE), alongY(y, pose.yaw() - HALF_ANGLE)),
        new LineTo(x, y),
        new LineTo(alongX(x, pose.yaw() + HALF_ANGLE), alongY(y, pose.yaw() + HALF_ANGLE)));
  }

  private static double alongX(double x, double yaw) {
    return x + WEDGE * Math.sin(Math.toRadians(yaw));
  }

  private static double alongY(double y, double yaw) {
    return y - WEDGE * Math.cos(Math.toRadians(yaw));
  }
}
