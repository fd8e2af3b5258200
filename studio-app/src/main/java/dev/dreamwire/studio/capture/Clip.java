package dev.dreamwire.studio.capture;

final class Clip {
  Clip(Screenshots place) {}
  void add(int[] argb, int w, int h) {}
  java.util.Optional<java.nio.file.Path> finish() { return java.util.Optional.empty(); }
}
