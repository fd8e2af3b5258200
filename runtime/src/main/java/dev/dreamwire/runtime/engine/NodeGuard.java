package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.runtime.graph.Problem;
import java.util.List;
import java.util.function.Supplier;

/**
 * The border to what nodes do. A node may be anyone's plugin: whatever it throws becomes a problem
 * of that node, and nothing else stops.
 */
final class NodeGuard {
  private NodeGuard() {}

  /**
   * Does a node's work of a frame.
   *
   * @throws NodeFailure if it fails
   */
  static void run(String node, Runnable work) {
    get(
        node,
        () -> {
          work.run();
          return null;
        });
  }

  /** The same with a result. */
  static <R> R get(String node, Supplier<R> work) {
    try {
      return work.get();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new NodeFailure(problem(node, e), e);
    }
  }

  /**
   * Does a node's work of planning.
   *
   * @throws PlanException if it fails
   */
  static void plan(String node, Runnable work) {
    try {
      work.run();
    } catch (PlanException e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PlanException(List.of(problem(node, e)));
    }
  }

  private static Problem problem(String node, Throwable e) {
    return switch (e) {
      case NodeException told ->
          Problem.error(node, told.port() == null ? "" : told.port(), told.getMessage());
      case IllegalArgumentException refused when refused.getMessage() != null ->
          Problem.error(node, "", refused.getMessage());
      default -> Problem.error(node, "", "the node failed: " + e);
    };
  }
}
