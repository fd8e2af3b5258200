/**
 * Models: the ViT autoencoder, the space-time diffusion transformer, their layers and weight files.
 */
package dev.dreamwire.runtime.model;
