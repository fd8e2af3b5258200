package dev.dreamwire.runtime.train;

/**
 * Trained models that a run begins from: the autoencoder stays as it is, the denoiser learns on.
 *
 * @param autoencoder its file
 * @param denoiser its file
 */
public record StartingModels(String autoencoder, String denoiser) {}
