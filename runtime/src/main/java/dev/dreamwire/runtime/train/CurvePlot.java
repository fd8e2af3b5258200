package dev.dreamwire.runtime.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Draws a loss curve file: steps across, losses up on a logarithmic scale. */
final class CurvePlot {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 400;
  private static final int MARGIN = 50;
  private static final int TRAINING = 2;
  private static final int HELD_OUT = 3;

  private CurvePlot() {}

  static void write(Path csv, Path png) {
    try {
      List<double[]> rows =
          Files.readAllLines(csv).stream()
              .skip(1)
              .map(
                  line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
              .filter(row -> row.length > HELD_OUT)
              .toList();
      if (rows.size() > 1) {
        ImageIO.write(draw(rows), "png", png.toFile());
      }
    } catch (IOException e) {
      throw TrainingException.of(e, "error.unwritable", png, e.getMessage());
    }
  }

  private static BufferedImage draw(List<double[]> rows) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    double least =
        rows.stream().mapToDouble(r -> Math.min(r[TRAINING], r[HELD_OUT])).min().orElseThrow();
    double most =
        rows.stream().mapToDouble(r -> Math.max(r[TRAINING], r[HELD_OUT])).max().orElseThrow();
    double last = rows.get(rows.size() - 1)[0];
    g.setColor(Color.GRAY);
    g.drawRect(MARGIN, MARGIN / 2, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN);
    g.drawString(String.format(Locale.ROOT, "%.3g", most), 5, MARGIN / 2 + 10);
    g.drawString(String.format(Locale.ROOT, "%.3g", least), 5, HEIGHT - MARGIN * 3 / 2);
    String steps = String.format(Locale.ROOT, "%.0f steps", last);
    g.drawString(steps, WIDTH - 2 * MARGIN - 20, HEIGHT - MARGIN);
    line(g, rows, TRAINING, least, most, last, new Color(0x8aa4c8), "training");
    line(g, rows, HELD_OUT, least, most, last, new Color(0xc0392b), "held out");
    g.dispose();
    return image;
  }

  private static void line(
      Graphics2D g,
      List<double[]> rows,
      int column,
      double least,
      double most,
      double last,
      Color color,
      String name) {
    double span = Math.max(1e-9, Math.log(most) - Math.log(least));
    Path2D path = new Path2D.Double();
    for (double[] row : rows) {
      double x = MARGIN + row[0] / last * (WIDTH - 2 * MARGIN);
      double down = (Math.log(most) - Math.log(row[column])) / span;
      double y = MARGIN / 2.0 + down * (HEIGHT - 2 * MARGIN);
      if (path.getCurrentPoint() == null) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    g.setColor(color);
    g.setStroke(new BasicStroke(2));
    g.draw(path);
    g.drawString(name, MARGIN + 10 + (column - TRAINING) * 80, HEIGHT - MARGIN);
  }
}
