package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.eval.report.Estimate;
import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Film;
import dev.dreamwire.runtime.eval.report.Goal;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;

/**
 * What an autoencoder loses of pictures that it was not trained with: PSNR, mean over the pictures
 * and pooled (of the mean squared error, which bounds the one-step PSNR), SSIM and the PSNR of
 * Sobel gradients. Controls: the same of pictures that were halved in size and doubled again, which
 * a useful autoencoder beats; and of a picture of another episode, the floor.
 */
final class AutoencoderProtocol implements Protocol {
  private static final int EVERY = 5;
  private static final int SHOWN = 8;

  /** What one picture gave. */
  private record Loss(double mse, double ssim, double gradient, double halved, double other) {}

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) throws IOException {
    List<Episode> episodes = lab.episodes();
    List<List<Loss>> groups = new ArrayList<>();
    for (int e = 0; e < episodes.size(); e++) {
      Episode other = episodes.get((e + 1) % episodes.size());
      List<Loss> group = new ArrayList<>();
      for (int f = 0; f < episodes.get(e).frames(); f += EVERY) {
        group.add(loss(lab, Pictures.of(episodes.get(e), f), Pictures.of(other, f)));
      }
      groups.add(group);
      progress.accept((e + 1.0) / episodes.size());
    }
    List<Figure> figures =
        List.of(
            Figure.of(
                "psnr",
                mean(groups, loss -> Pictures.psnr(loss.mse())),
                Unit.DECIBEL,
                Goal.atLeast(32)),
            Figure.of("pooled", psnr(groups, Loss::mse), Unit.DECIBEL),
            Figure.of("ssim", mean(groups, Loss::ssim), Unit.NUMBER),
            Figure.of("gradient", psnr(groups, loss -> 4 * loss.gradient()), Unit.DECIBEL),
            Figure.of("halved", psnr(groups, Loss::halved), Unit.DECIBEL),
            Figure.of("unrelated", psnr(groups, Loss::other), Unit.DECIBEL));
    return new Section(
        Measure.AUTOENCODER.id(), figures, List.of(), List.of(), List.of(film(lab, episodes)));
  }

  private static Loss loss(Lab lab, float[] picture, float[] other) {
    int width = lab.play().width();
    float[] back = lab.reconstruct(picture);
    return new Loss(
        Pictures.mse(back, picture),
        Similarity.ssim(back, picture, width),
        Similarity.gradientError(back, picture, width),
        Pictures.mse(Pictures.halvedAndBack(picture, width), picture),
        Pictures.mse(other, picture));
  }

  private static Estimate mean(List<List<Loss>> groups, ToDoubleFunction<Loss> number) {
    return Bootstrap.mean(tallies(groups, number));
  }

  private static Estimate psnr(List<List<Loss>> groups, ToDoubleFunction<Loss> number) {
    return Bootstrap.of(tallies(groups, number), Tally::psnr);
  }

  private static List<Tally> tallies(List<List<Loss>> groups, ToDoubleFunction<Loss> number) {
    return groups.stream()
        .map(group -> new Tally(group.stream().mapToDouble(number).sum(), group.size()))
        .toList();
  }

  private static Film film(Lab lab, List<Episode> episodes) throws IOException {
    List<float[]> pictures = new ArrayList<>();
    for (int i = 0; i < SHOWN; i++) {
      Episode episode = episodes.get(i % episodes.size());
      pictures.add(Pictures.of(episode, i * EVERY * 4 % episode.frames()));
    }
    List<float[]> back = pictures.stream().map(lab::reconstruct).toList();
    return lab.films()
        .write(
            "film",
            "autoencoder",
            List.of(),
            List.of(new Films.Row("truth", pictures), new Films.Row("reconstruction", back)),
            List.of());
  }
}
