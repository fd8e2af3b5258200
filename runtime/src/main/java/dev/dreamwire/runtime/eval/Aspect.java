package dev.dreamwire.runtime.eval;

/** What can be told of play without knowing the truth. */
enum Aspect {
  /** Mean brightness, −1..1. */
  BRIGHTNESS("brightness"),
  /** Standard deviation of the brightness within a picture. */
  CONTRAST("contrast"),
  /** Mean absolute Laplacian: what is fine, and is lost first when a picture dissolves. */
  DETAIL("detail"),
  /** Detail over the mean absolute gradient: how steep edges are, whatever is seen. */
  SHARPNESS("sharpness"),
  /** χ² distance of the colours' histogram from that of true play. */
  COLOUR("colour"),
  /** Mean squared error of the autoencoder's reconstruction; cannot be too small. */
  SELF_ERROR("self-error"),
  /** Mean absolute change from frame to frame. */
  MOTION("motion");

  private final String id;

  Aspect(String id) {
    this.id = id;
  }

  /** A word of the report. */
  String id() {
    return id;
  }
}
