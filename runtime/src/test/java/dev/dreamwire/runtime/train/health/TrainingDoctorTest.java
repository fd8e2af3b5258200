package dev.dreamwire.runtime.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingDoctorTest {
  private static final int VALUES = 60;
  private static final int FRAMES = 20;
  private static final int GIVEN = 4;
  private static final List<String> NAMES = List.of("forward", "left", "jump");

  @TempDir Path folder;
  private final List<Finding> told = new ArrayList<>();
  private TrainingDoctor doctor;

  @BeforeEach
  void begin() throws IOException {
    doctor = new TrainingDoctor(HealthRecord.begin(folder, "model"), told::add);
  }

  private List<Ailment> ailments() {
    return told.stream().map(Finding::ailment).toList();
  }

  @Test
  void heldOutLossThatRisesWhileTrainingGoesOnIsOverfitting() {
    for (int report = 0; report < 60; report++) {
      doctor.losses(report, 1.0 / (1 + report), 0.5 + 0.01 * Math.abs(report - 20));
    }
    assertEquals(List.of(Ailment.OVERFIT), ailments());
    assertTrue(told.getFirst().step() > 20, "told before it rose");
  }

  @Test
  void bothLossesRisingIsNoOverfitting() {
    for (int report = 0; report < 60; report++) {
      double loss = 0.5 + 0.01 * Math.abs(report - 20);
      doctor.losses(report, loss, loss);
    }
    assertEquals(List.of(), told);
  }

  @Test
  void healthyDreamsAreNotTalkedAbout() {
    float[][] truth = play(1);
    doctor.symptoms(9, 0.5, Symptoms.compare(truth, noisy(truth), VALUES, GIVEN));
    assertEquals(List.of(), told);
  }

  @Test
  void dreamsThatHoldTheirLastFrameAreFrozen() {
    assertEquals(List.of(Ailment.FROZEN), dreamed((truth, frame) -> frameOf(truth, GIVEN - 1)));
  }

  @Test
  void dreamsThatFadeToGreyDissolve() {
    assertTrue(
        dreamed((truth, frame) -> scaled(frameOf(truth, frame), 1 - frame / (double) FRAMES))
            .contains(Ailment.DISSOLVING));
  }

  @Test
  void dreamsThatGrowHarshSaturate() {
    assertEquals(
        List.of(Ailment.SATURATING),
        dreamed((truth, frame) -> scaled(frameOf(truth, frame), 1 + frame / 10.0)));
  }

  @Test
  void outputsThatAreAlikeWhateverGoesInAreNoticedFromTheStart() {
    float[][] pictures = play(1);
    float[][] grey = new float[pictures.length][pictures[0].length];
    doctor.symptoms(1, 0.01, Symptoms.compare(pictures, grey, VALUES, 0));
    assertEquals(List.of(Ailment.SAME_OUTPUT), ailments());
  }

  @Test
  void aModelThatHasOnlyBegunNeedNotYetObey() {
    doctor.symptoms(1, 0.05, Symptoms.NONE.withActions(1.0, Map.of("left", 1.0)));
    assertEquals(List.of(), told);
  }

  @Test
  void actionsThatDoNotMatterAreIgnored() {
    doctor.symptoms(9, 0.5, probe().measure(Symptoms.NONE, actions -> 2));
    assertEquals(List.of(Ailment.ACTIONS_IGNORED), ailments());
  }

  @Test
  void anActionWithoutEffectIsNamedAndTheOthersAreNot() {
    float[] told0 = actions();
    ToDoubleFunction<float[]> hearsNoLeft = actions -> 1 + unlike(actions, told0, 0, 2);
    doctor.symptoms(9, 0.5, probe().measure(Symptoms.NONE, hearsNoLeft));
    assertEquals(List.of(Ailment.DEAD_ACTIONS), ailments());
    assertEquals("left", told.getFirst().of());
    assertTrue(told.getFirst().sentence().contains("left"), told.getFirst().sentence());
  }

  @Test
  void anActionThatHardlyHappensIsNotJudged() {
    float[] rare = new float[3 * 200];
    for (int i = 0; i < rare.length; i += 3) {
      rare[i] = i % 2;
      rare[i + 1] = i == 30 ? 1 : 0;
    }
    Symptoms symptoms = new ActionProbe(rare, NAMES).measure(Symptoms.NONE, actions -> 1);
    assertEquals(List.of("forward"), List.copyOf(symptoms.effects().keySet()));
  }

  @Test
  void aRunawayLossIsToldEachTime() {
    doctor.exploded(3, 100);
    doctor.exploded(5, Double.NaN);
    assertEquals(List.of(Ailment.EXPLODING, Ailment.EXPLODING), ailments());
  }

  @Test
  void whatStaysIsToldOnceAndWhatComesBackAgain() {
    Symptoms ignored = Symptoms.NONE.withActions(1, Map.of());
    Symptoms obeyed = Symptoms.NONE.withActions(2, Map.of());
    doctor.symptoms(1, 0.5, ignored);
    doctor.symptoms(2, 0.5, ignored);
    doctor.symptoms(3, 0.5, obeyed);
    doctor.symptoms(4, 0.5, ignored);
    assertEquals(List.of(1L, 4L), told.stream().map(Finding::step).toList());
  }

  @Test
  void aRunThatGoesOnKnowsWhatWasFoundBefore() throws IOException {
    Symptoms ignored = Symptoms.NONE.withActions(1, Map.of());
    doctor.symptoms(1, 0.5, ignored);
    HealthRecord again = HealthRecord.open(folder, "model");
    new TrainingDoctor(again, told::add).symptoms(2, 0.5, ignored);
    assertEquals(1, told.size());
    new TrainingDoctor(again, told::add).symptoms(3, 0.5, Symptoms.NONE.withActions(2, Map.of()));
    HealthRecord.Entry entry = HealthRecord.open(folder, "model").entries().getFirst();
    assertEquals(3, entry.gone());
    assertFalse(entry.stays());
  }

  @ParameterizedTest
  @EnumSource(Ailment.class)
  void everyAilmentHasASentenceAndARemedy(Ailment ailment) {
    assertFalse(new Finding(ailment, 1, "left", 0.5, 1).sentence().isBlank());
    assertFalse(ailment.remedy().isBlank());
  }

  private interface Dream {
    float[] frame(float[] truth, int frame);
  }

  /** What is noticed of dreams from the middle of training. */
  private List<Ailment> dreamed(Dream dream) {
    float[][] truth = play(1);
    float[][] dreams =
        rows(
            row -> {
              float[] out = truth[row].clone();
              for (int frame = GIVEN; frame < FRAMES; frame++) {
                System.arraycopy(dream.frame(truth[row], frame), 0, out, frame * VALUES, VALUES);
              }
              return out;
            });
    doctor.symptoms(9, 0.5, Symptoms.compare(truth, dreams, VALUES, GIVEN));
    return ailments();
  }

  /** Waves that move, each row others. */
  private static float[][] play(double speed) {
    return rows(
        row -> {
          float[] out = new float[FRAMES * VALUES];
          for (int i = 0; i < out.length; i++) {
            double phase = i % VALUES + speed * (i / VALUES);
            out[i] = (float) Math.sin((1 + 0.3 * row) * phase + 2 * row);
          }
          return out;
        });
  }

  private static float[][] rows(IntFunction<float[]> row) {
    return IntStream.range(0, 4).mapToObj(row).toArray(float[][]::new);
  }

  private static float[][] noisy(float[][] rows) {
    Random random = new Random(1);
    return rows(
        row -> {
          float[] out = rows[row].clone();
          for (int i = 0; i < out.length; i++) {
            out[i] += (float) (0.1 * random.nextGaussian());
          }
          return out;
        });
  }

  private static float[] frameOf(float[] row, int frame) {
    return Arrays.copyOfRange(row, frame * VALUES, (frame + 1) * VALUES);
  }

  private static float[] scaled(float[] frame, double by) {
    float[] out = frame.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] *= (float) by;
    }
    return out;
  }

  private static float[] actions() {
    Random random = new Random(2);
    float[] out = new float[NAMES.size() * 200];
    for (int i = 0; i < out.length; i++) {
      out[i] = random.nextInt(4) == 0 ? 1 : 0;
    }
    return out;
  }

  private static ActionProbe probe() {
    return new ActionProbe(actions(), NAMES);
  }

  /** Share of the vectors that differ in some columns. */
  private static double unlike(float[] a, float[] b, int... columns) {
    int differ = 0;
    for (int at = 0; at < a.length; at += NAMES.size()) {
      for (int column : columns) {
        if (a[at + column] != b[at + column]) {
          differ++;
          break;
        }
      }
    }
    return (double) differ * NAMES.size() / a.length;
  }
}
