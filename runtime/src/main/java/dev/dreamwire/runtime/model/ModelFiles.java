package dev.dreamwire.runtime.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsFile;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Models in weight files: the configuration is the metadata {@code dreamwire.config}, its kind
 * {@code dreamwire.kind}. Stateless and safe on every thread.
 */
public final class ModelFiles {
  private static final String KIND = "dreamwire.kind";
  private static final String CONFIG = "dreamwire.config";
  private static final String AUTOENCODER = "vit-autoencoder";
  private static final String DIT = "space-time-dit";
  private static final String UNET = "u-net";
  private static final String CLIP_DIT = "clip-dit";

  private ModelFiles() {}

  /** Writes an autoencoder, weights narrowed to {@code type}; {@code card} is told beside it. */
  public static void save(
      Path file, AutoencoderConfig config, Weights weights, DType type, Map<String, String> card)
      throws IOException {
    SafetensorsWriter.write(file, weights, type, metadata(AUTOENCODER, config, card));
  }

  /**
   * Writes a diffusion transformer, weights narrowed to {@code type}; {@code card} is told beside
   * it.
   */
  public static void save(
      Path file, DitConfig config, Weights weights, DType type, Map<String, String> card)
      throws IOException {
    SafetensorsWriter.write(file, weights, type, metadata(DIT, config, card));
  }

  /** Writes a U-Net, weights narrowed to {@code type}; {@code card} is told beside it. */
  public static void save(
      Path file, UNetConfig config, Weights weights, DType type, Map<String, String> card)
      throws IOException {
    SafetensorsWriter.write(file, weights, type, metadata(UNET, config, card));
  }

  /**
   * Writes a transformer that makes clips; as {@link #save(Path, DitConfig, Weights, DType, Map)}.
   */
  public static void saveClip(
      Path file, DitConfig config, Weights weights, DType type, Map<String, String> card)
      throws IOException {
    SafetensorsWriter.write(file, weights, type, metadata(CLIP_DIT, config, card));
  }

  /**
   * Reads an autoencoder.
   *
   * @param prefix put before the names of its weights, so that two models of a graph differ
   * @throws IOException if the file is not one; the message says what is wrong with it
   */
  public static AutoencoderHandle autoencoder(Path file, String prefix) throws IOException {
    return read(
        file,
        AUTOENCODER,
        AutoencoderConfig.class,
        config -> ModelWeights.of(new VitAutoencoder(config, "")),
        (config, weights) ->
            new AutoencoderHandle(new VitAutoencoder(config, prefix), weights.prefixed(prefix)));
  }

  /** Reads a diffusion transformer; as {@link #autoencoder}. */
  public static DitDenoiser dit(Path file, String prefix) throws IOException {
    return read(
        file,
        DIT,
        DitConfig.class,
        config -> ModelWeights.of(new SpaceTimeDit(config, "")),
        (config, weights) ->
            new DitDenoiser(new SpaceTimeDit(config, prefix), weights.prefixed(prefix)));
  }

  /** Reads a U-Net; as {@link #autoencoder}. */
  public static UNetDenoiser unet(Path file, String prefix) throws IOException {
    return read(
        file,
        UNET,
        UNetConfig.class,
        config -> ModelWeights.of(new UNet(config, "")),
        (config, weights) -> new UNetDenoiser(new UNet(config, prefix), weights.prefixed(prefix)));
  }

  /** Reads a transformer that makes clips; as {@link #autoencoder}. */
  public static ClipDit clipDit(Path file, String prefix) throws IOException {
    return read(
        file,
        CLIP_DIT,
        DitConfig.class,
        config -> ModelWeights.of(new ClipDit(new SpaceTimeDit(config, ""), Weights.none())),
        (config, weights) ->
            new ClipDit(new SpaceTimeDit(config, prefix), weights.prefixed(prefix)));
  }

  private static <C, M> M read(
      Path file,
      String kind,
      Class<C> type,
      Function<C, List<WeightSpec>> needed,
      BiFunction<C, Weights, M> model)
      throws IOException {
    try (SafetensorsFile open = SafetensorsFile.open(file)) {
      C config = config(open, kind, type);
      Weights weights = open.lastingWeights();
      ModelWeights.require(file, weights, needed.apply(config));
      return model.apply(config, weights);
    }
  }

  private static Map<String, String> metadata(
      String kind, Object config, Map<String, String> card) {
    Map<String, String> out = new LinkedHashMap<>(card);
    out.put(KIND, kind);
    try {
      out.put(CONFIG, mapper().writeValueAsString(config));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return out;
  }

  private static <C> C config(SafetensorsFile file, String kind, Class<C> type) throws IOException {
    String is = file.metadata().get(KIND);
    if (!kind.equals(is)) {
      throw new IOException(
          file.path()
              + " holds "
              + (is == null ? "no model of this program" : "a " + is)
              + ", not a "
              + kind);
    }
    try {
      return mapper().readValue(file.metadata().getOrDefault(CONFIG, ""), type);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file.path() + " has no readable configuration: " + e.getOriginalMessage(), e);
    }
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }
}
