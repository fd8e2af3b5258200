package dev.dreamwire.runtime.model;

import dev.dreamwire.runtime.tensor.Weights;

/** An autoencoder with its weights. */
public record AutoencoderHandle(VitAutoencoder autoencoder, Weights weights)
    implements ModelHandle {}
