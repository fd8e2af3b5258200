package dev.dreamwire.runtime.world;

/** Smooth pseudo-random values that depend on nothing but their arguments. */
final class Noise {
  private Noise() {}

  /** A value 0..1 of a lattice point. */
  static double hash(int x, int z, int salt) {
    int h = x * 0x27d4eb2d + z * 0x165667b1 + salt * 0x9e3779b9;
    h ^= h >>> 15;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    h ^= h >>> 16;
    return (h >>> 8) / (double) (1 << 24);
  }

  /** Value noise 0..1 with features of one unit. */
  static double smooth(double x, double z, int salt) {
    return tiled(x, z, Integer.MAX_VALUE, salt);
  }

  /** Value noise 0..1 that repeats every {@code period} units. */
  static double tiled(double x, double z, int period, int salt) {
    int x0 = (int) Math.floor(x);
    int z0 = (int) Math.floor(z);
    double fx = ease(x - x0);
    double fz = ease(z - z0);
    int xa = Math.floorMod(x0, period);
    int xb = Math.floorMod(x0 + 1, period);
    int za = Math.floorMod(z0, period);
    int zb = Math.floorMod(z0 + 1, period);
    double near = mix(hash(xa, za, salt), hash(xb, za, salt), fx);
    double far = mix(hash(xa, zb, salt), hash(xb, zb, salt), fx);
    return mix(near, far, fz);
  }

  /** The cubic step from 0 at {@code a} to 1 at {@code b}. */
  static double step(double a, double b, double x) {
    return ease(Math.clamp((x - a) / (b - a), 0, 1));
  }

  static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }
}
