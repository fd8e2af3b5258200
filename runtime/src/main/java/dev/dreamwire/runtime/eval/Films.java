package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.eval.report.Film;
import dev.dreamwire.runtime.train.PictureSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes film strips into the folder of a report. Used by one thread. */
final class Films {
  private static final String FOLDER = "films";
  private final Path folder;
  private final int width;
  private final int height;

  Films(Path folder, int width, int height) {
    this.folder = folder;
    this.width = width;
    this.height = height;
  }

  /**
   * A row of pictures.
   *
   * @param name a word of the report
   * @param pictures {@code [3,H,W]} in −1..1
   */
  record Row(String name, List<float[]> pictures) {}

  /** A strip of rows of pictures. */
  Film write(String id, String file, List<String> of, List<Row> rows, List<String> columns)
      throws IOException {
    PictureSheet sheet =
        new PictureSheet(width, height, rows.getFirst().pictures().size(), rows.size());
    for (int r = 0; r < rows.size(); r++) {
      List<float[]> pictures = rows.get(r).pictures();
      for (int c = 0; c < pictures.size(); c++) {
        sheet.put(c, r, pictures.get(c), 0);
      }
    }
    Files.createDirectories(folder.resolve(FOLDER));
    String png = FOLDER + "/" + file + ".png";
    sheet.write(folder.resolve(png));
    return new Film(id, of, png, rows.stream().map(Row::name).toList(), columns);
  }

  /** The truth's frames of some numbers above the dream's. */
  Film ghost(String id, String file, List<String> of, Rollout rollout, List<Integer> frames)
      throws IOException {
    return write(
        id,
        file,
        of,
        List.of(
            new Row("truth", pictures(rollout.truth(), frames)),
            new Row("dream", pictures(rollout.dream(), frames))),
        frames.stream().map(String::valueOf).toList());
  }

  private static List<float[]> pictures(Episode episode, List<Integer> frames) {
    return frames.stream().map(frame -> Pictures.of(episode, frame)).toList();
  }
}
