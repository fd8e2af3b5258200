package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.train.StartingModels;
import dev.dreamwire.runtime.train.WorldModelTraining;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the models that training begins from.
 *
 * @param context of the command
 */
record StartFinder(CliContext context) {
  private static final String AUTOENCODER = "dreamwire:autoencoder";
  private static final String DIT = "dreamwire:dit";
  private static final String WEIGHTS = "weights";

  /**
   * The models of a preset, or of the folder of an earlier run.
   *
   * @throws InputException if there are none
   */
  StartingModels find(String name) {
    Path folder = Path.of(name);
    if (Files.isDirectory(folder)) {
      return models(
          name,
          Optional.of(folder.resolve(WorldModelTraining.AUTOENCODER)),
          Optional.of(folder.resolve(WorldModelTraining.DENOISER)));
    }
    LoadedPreset preset = context.catalogue().open(name);
    Graph graph = PresetGraphs.flat(preset, context);
    return models(name, weights(preset, graph, AUTOENCODER), weights(preset, graph, DIT));
  }

  private StartingModels models(String name, Optional<Path> autoencoder, Optional<Path> denoiser) {
    if (autoencoder.filter(Files::isRegularFile).isEmpty()
        || denoiser.filter(Files::isRegularFile).isEmpty()) {
      throw context.bad("train.fromNothing", name);
    }
    return new StartingModels(
        autoencoder.get().toAbsolutePath().toString(), denoiser.get().toAbsolutePath().toString());
  }

  private static Optional<Path> weights(LoadedPreset preset, Graph graph, String type) {
    return graph.nodes().values().stream()
        .filter(node -> node.type().equals(type))
        .findFirst()
        .map(node -> weights(preset, node));
  }

  private static Path weights(LoadedPreset preset, Node node) {
    return preset.files().find(String.valueOf(node.params().get(WEIGHTS)));
  }
}
