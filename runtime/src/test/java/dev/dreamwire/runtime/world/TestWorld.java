package dev.dreamwire.runtime.world;

/** The built-in world, built once for all tests: it never changes. */
public final class TestWorld {
  /** The world. */
  public static final World WORLD = new World();

  private TestWorld() {}
}
