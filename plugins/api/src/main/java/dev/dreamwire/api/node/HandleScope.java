package dev.dreamwire.api.node;

/** What a {@link HandleType} reads and writes. */
public interface HandleScope extends NodeContext {
  /** The thing on a wired handle port. */
  <H> H handle(String port, Class<H> type);

  /** Hands out the thing of an output port. */
  void output(String port, Object handle);
}
