package dev.dreamwire.runtime.eval;

import java.util.Arrays;
import java.util.List;

/** What can be measured, in the order of a report. */
public enum Measure {
  /** What is lost between picture and latent. */
  AUTOENCODER("autoencoder"),
  /** How well the next frame of true play is guessed. */
  ONE_STEP("one-step"),
  /** Whether the action matters for the guess. */
  ACTIONS("actions"),
  /** Whether the actions can be read from the dream. */
  INVERSE_DYNAMICS("inverse-dynamics"),
  /** Whether opposite keys do opposite things. */
  OPPOSITES("opposites"),
  /** Whether what is dug and built stays. */
  CHANGES("changes"),
  /** How a dream departs from the true world. */
  DRIFT("drift"),
  /** Whether a dream still knows in which region it began. */
  REGIONS("regions"),
  /** Whether a dream of minutes still looks and moves like play. */
  ENDURANCE("endurance"),
  /** Whether what was left behind is still there. */
  REVISIT("revisit"),
  /** How the distribution of short clips differs. */
  FRECHET("frechet"),
  /** How long a frame takes. */
  SPEED("speed");

  private final String id;

  Measure(String id) {
    this.id = id;
  }

  /** Stable name, as on the command line and in reports. */
  public String id() {
    return id;
  }

  /** All names. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Measure::id).toList();
  }

  /**
   * The measure of a name.
   *
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  public static Measure of(String id) {
    return Arrays.stream(values())
        .filter(measure -> measure.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "nothing to measure is called "
                        + id
                        + "; there are "
                        + String.join(", ", ids())));
  }

  /** How it is measured. */
  Protocol protocol() {
    return switch (this) {
      case AUTOENCODER -> new AutoencoderProtocol();
      case ONE_STEP -> new OneStepProtocol();
      case ACTIONS -> new ActionsProtocol();
      case INVERSE_DYNAMICS -> new InverseDynamicsProtocol();
      case OPPOSITES -> new OppositesProtocol();
      case CHANGES -> new ChangesProtocol();
      case DRIFT -> new DriftProtocol();
      case REGIONS -> new RegionsProtocol();
      case ENDURANCE -> new EnduranceProtocol();
      case REVISIT -> new RevisitProtocol();
      case FRECHET -> new FrechetProtocol();
      case SPEED -> new SpeedProtocol();
    };
  }
}
