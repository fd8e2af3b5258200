package dev.dreamwire.studio.preferences;

import dev.dreamwire.studio.i18n.Language;
import dev.dreamwire.studio.theme.InterfaceScale;
import dev.dreamwire.studio.theme.Look;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a person chose and wants to find again. Immutable.
 *
 * @param look colours
 * @param language of the window
 * @param smooth whether the viewport smooths pixels instead of showing them as squares
 * @param overlay whether the viewport shows its figures
 * @param recent files that were open, the latest first; at most {@value #MAX_RECENT}
 * @param frame where the window was
 * @param keys the editor's keys that a person changed, by action
 * @param favourites ids of node types that a person marked, in their order
 * @param pictures whether nodes that have a picture switched on show it
 * @param scale how large the window's content is, in percent
 */
public record Preferences(
    Look look,
    Language language,
    boolean smooth,
    boolean overlay,
    List<Path> recent,
    WindowFrame frame,
    Map<String, String> keys,
    List<String> favourites,
    boolean pictures,
    int scale) {
  static final int MAX_RECENT = 10;

  /**
   * Size of the window.
   *
   * @param width in logical pixels
   * @param height in logical pixels
   * @param maximized whether it filled the screen
   */
  public record WindowFrame(double width, double height, boolean maximized) {
    /** What a fresh window has. */
    public static final WindowFrame DEFAULT = new WindowFrame(1280, 800, false);
  }

  public Preferences {
    scale = InterfaceScale.allowed(scale);
    keys = Map.copyOf(keys);
    favourites = List.copyOf(favourites);
    recent = recent.stream().distinct().limit(MAX_RECENT).toList();
  }

  /** What a person has who chose nothing yet. */
  public static Preferences defaults(Locale system) {
    return new Preferences(
        Look.DARK,
        Language.nearest(system),
        false,
        true,
        List.of(),
        WindowFrame.DEFAULT,
        Map.of(),
        List.of(),
        true,
        InterfaceScale.USUAL);
  }

  public Preferences withLook(Look value) {
    return new Preferences(
        value, language, smooth, overlay, recent, frame, keys, favourites, pictures, scale);
  }

  public Preferences withLanguage(Language value) {
    return new Preferences(
        look, value, smooth, overlay, recent, frame, keys, favourites, pictures, scale);
  }

  public Preferences withSmooth(boolean value) {
    return new Preferences(
        look, language, value, overlay, recent, frame, keys, favourites, pictures, scale);
  }

  public Preferences withOverlay(boolean value) {
    return new Preferences(
        look, language, smooth, value, recent, frame, keys, favourites, pictures, scale);
  }

  public Preferences withFrame(WindowFrame value) {
    return new Preferences(
        look, language, smooth, overlay, recent, value, keys, favourites, pictures, scale);
  }

  public Preferences withKeys(Map<String, String> value) {
    return new Preferences(
        look, language, smooth, overlay, recent, frame, value, favourites, pictures, scale);
  }

  public Preferences withFavourites(List<String> value) {
    return new Preferences(
        look, language, smooth, overlay, recent, frame, keys, value, pictures, scale);
  }

  public Preferences withPictures(boolean value) {
    return new Preferences(
        look, language, smooth, overlay, recent, frame, keys, favourites, value, scale);
  }

  public Preferences withScale(int value) {
    return new Preferences(
        look, language, smooth, overlay, recent, frame, keys, favourites, pictures, value);
  }

  /** These with a file as the latest one. */
  public Preferences withRecent(Path file) {
    List<Path> files = new ArrayList<>(recent);
    Path absolute = file.toAbsolutePath().normalize();
    files.remove(absolute);
    files.addFirst(absolute);
    return new Preferences(
        look, language, smooth, overlay, files, frame, keys, favourites, pictures, scale);
  }
}
