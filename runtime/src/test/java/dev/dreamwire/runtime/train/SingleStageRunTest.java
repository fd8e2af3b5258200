package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.model.ModelWeights;
import dev.dreamwire.runtime.model.Preconditioning;
import dev.dreamwire.runtime.model.UNetConfig;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.script.ScriptBackend;
import dev.dreamwire.runtime.tensor.script.ScriptTrainCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleStageRunTest {
  private static final int STEPS = 60;

  @TempDir Path folder;

  private final List<TrainingEvent> events = new ArrayList<>();

  @Test
  void onPixelsItLearnsAndWritesAModelThatOpens() throws IOException {
    UNetRecipe recipe = recipe("", UNetConfig.Conditioning.NORMALISATION, Preconditioning.EDM, 0);
    train(recipe);
    UNetConfig config = trained();
    assertEquals(3, config.channels());
    assertEquals(TinyRun.WIDTH, config.columns());
    assertFalse(config.noisyPast());
    assertItLearned();
  }

  @Test
  void onLatentsItLearnsFromANoisyPast() throws IOException {
    Path autoencoder = folder.resolve("autoencoder.safetensors");
    AutoencoderConfig shape = TinyRun.recipe().autoencoder().config(TinyRun.WIDTH, TinyRun.HEIGHT);
    ModelFiles.save(
        autoencoder,
        shape,
        RandomWeights.of(ModelWeights.of(new VitAutoencoder(shape, ""))),
        DType.F32,
        Map.of());
    train(
        recipe(
            autoencoder.toString(),
            UNetConfig.Conditioning.CROSS_ATTENTION,
            Preconditioning.VELOCITY,
            0.7));
    UNetConfig config = trained();
    assertEquals(shape.latentShape(), config.frameShape());
    assertTrue(config.noisyPast());
    assertItLearned();
  }

  @Test
  void itsRecipeReadsBackAsWhatItIs() throws IOException {
    UNetRecipe recipe = recipe("", UNetConfig.Conditioning.NORMALISATION, Preconditioning.EDM, 0);
    Path file = Files.writeString(folder.resolve("a.recipe.json"), recipe.toJson());
    assertEquals(recipe, TrainingRecipe.read(file));
    Files.writeString(file, recipe.toJson().replace("\"pureNoise\" : 0.3", "\"pureNoise\" : 3"));
    String message =
        assertThrows(TrainingException.class, () -> TrainingRecipe.read(file)).getMessage();
    assertTrue(message.startsWith(file + ": unet.pureNoise must be 0 to 1"), message);
  }

  @Test
  void itLearnsWholeClipsAndWritesAModelThatOpens() throws IOException {
    ClipRecipe recipe =
        new ClipRecipe(
            "tiny",
            7,
            "",
            new ClipRecipe.ClipStage(8, 16, 2, 2, 2, Prediction.X0, 6, 2, 0.2, 4, optimiser()));
    Path file = Files.writeString(folder.resolve("a.recipe.json"), recipe.toJson());
    assertEquals(recipe, TrainingRecipe.read(file));
    train(recipe);
    Path model = folder.resolve("run").resolve(ClipTraining.FILE);
    assertEquals(6, ModelFiles.clipDit(model, "").frames());
    assertItLearned();
  }

  private void train(SingleStageRecipe recipe) {
    new SingleStageRun(
            recipe,
            TinyRun.data(),
            folder.resolve("run"),
            new ScriptTrainCompiler(),
            new ScriptBackend(),
            1,
            new Rhythm(0, 3600, 3600),
            events::add)
        .run(new Budget(3600, STEPS), () -> false);
  }

  private UNetConfig trained() throws IOException {
    return ModelFiles.unet(folder.resolve("run").resolve(UNetTraining.FILE), "").unet().config();
  }

  private void assertItLearned() {
    List<Float> losses =
        events.stream()
            .filter(TrainingEvent.Progress.class::isInstance)
            .map(event -> ((TrainingEvent.Progress) event).heldOut())
            .filter(heldOut -> !heldOut.isEmpty())
            .map(heldOut -> heldOut.get("loss"))
            .toList();
    assertTrue(
        losses.getLast() < 0.95 * losses.getFirst(),
        "from " + losses.getFirst() + " to " + losses.getLast());
    assertTrue(Files.exists(folder.resolve("run").resolve(WorldModelTraining.CARD)));
  }

  private static UNetRecipe recipe(
      String autoencoder,
      UNetConfig.Conditioning conditioning,
      Preconditioning preconditioning,
      double largestPastLevel) {
    return new UNetRecipe(
        "tiny",
        7,
        autoencoder,
        new UNetRecipe.UNetStage(
            1,
            2,
            List.of(8, 8),
            1,
            2,
            8,
            conditioning,
            preconditioning,
            2,
            largestPastLevel,
            0.3,
            0.2,
            0.05,
            4,
            optimiser()));
  }

  private static Recipe.Optimiser optimiser() {
    return new Recipe.Optimiser(0.01, 0.1, 4, 0.9, 0.95, 0.01, 1, 0.9);
  }
}
