package dev.dreamwire.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.engine.EngineEvent.FrameMade;
import dev.dreamwire.runtime.engine.EngineEvent.NodeFailed;
import dev.dreamwire.runtime.engine.EngineEvent.PlanCancelled;
import dev.dreamwire.runtime.engine.EngineEvent.PlanFailed;
import dev.dreamwire.runtime.engine.EngineEvent.PlanReady;
import dev.dreamwire.runtime.engine.EngineEvent.Planning;
import dev.dreamwire.runtime.engine.EngineEvent.PlayingChanged;
import dev.dreamwire.runtime.engine.EngineEvent.Progressed;
import dev.dreamwire.runtime.engine.EngineEvent.Restarted;
import dev.dreamwire.runtime.graph.Graph;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FrameLoopTest {
  private static final Graph SUM =
      ToyNodes.graph(
          """
          begin count first=100
          count count
          scale scale factor=1
          sum sum
          show show
          begin.out -> sum.start
          sum.out -> sum.so_far
          count.out -> scale.in
          scale.out -> sum.in
          sum.out -> show.in
          """);

  private static final Graph BROKEN =
      ToyNodes.graph(
          """
          count count
          break break at=2
          show show
          count.out -> break.in
          break.out -> show.in
          """);

  private final ToyGame game = new ToyGame();
  private final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
  private final FrameLoop loop = new FrameLoop(game.planner, 0, 0, events::add);

  @AfterEach
  void close() {
    loop.close();
  }

  private <E extends EngineEvent> E await(Class<E> kind) throws InterruptedException {
    while (true) {
      EngineEvent event = events.poll(30, TimeUnit.SECONDS);
      assertTrue(event != null, "no " + kind.getSimpleName() + " came");
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
    }
  }

  private List<Float> numbers() {
    return game.seen.stream().map(List::getFirst).toList();
  }

  private void load(Graph graph) throws InterruptedException {
    loop.load(graph, ToyGame::noFiles);
    await(PlanReady.class);
  }

  private void step() throws InterruptedException {
    loop.step();
    await(FrameMade.class);
  }

  private static Graph with(Graph graph, String node, String param, double value) {
    return graph.with(graph.nodes().get(node).with(param, value));
  }

  @Test
  void aStepMakesOneFrame() throws InterruptedException {
    load(SUM);
    step();
    step();
    assertEquals(List.of(101f, 103f), numbers());
  }

  @Test
  void playGoesOnUntilPaused() throws InterruptedException {
    load(SUM);
    loop.play();
    assertTrue(await(PlayingChanged.class).playing());
    for (int i = 0; i < 5; i++) {
      assertEquals(i, await(FrameMade.class).timings().frame());
    }
    loop.pause();
    await(PlayingChanged.class);
    int frames = game.seen.size();
    step();
    assertEquals(frames + 1, game.seen.size());
  }

  @Test
  void startingOverBeginsWithTheFirstFrame() throws InterruptedException {
    load(SUM);
    step();
    loop.restart(5);
    assertEquals(5, await(Restarted.class).seed());
    step();
    assertEquals(List.of(101f, 101f), numbers());
  }

  @Test
  void aLiveChangeCompilesNothing() throws InterruptedException {
    load(SUM);
    step();
    loop.edit(with(SUM, "scale", "factor", 10));
    step();
    assertEquals(List.of(101f, 121f), numbers());
    assertEquals(1, game.compiled.size());
  }

  @Test
  void playGoesOnWhileAnEditIsCompiled() throws InterruptedException {
    load(SUM);
    game.compiling = new CountDownLatch(1);
    loop.edit(with(SUM, "scale", "offset", 50));
    await(Planning.class);
    step();
    step();
    game.compiling.countDown();
    await(PlanReady.class);
    step();
    assertEquals(List.of(101f, 103f, 156f), numbers());
  }

  @Test
  void nodesThatDidNotChangeAreNotOpenedAgain() throws InterruptedException {
    load(SUM);
    step();
    game.life.clear();
    loop.edit(with(with(SUM, "scale", "offset", 1), "begin", "first", 50));
    await(PlanReady.class);
    step();
    assertEquals(List.of("open begin", "reset begin", "close begin"), game.life);
  }

  @Test
  void aLiveChangeWhileAnEditIsCompiledHoldsInBoth() throws InterruptedException {
    load(SUM);
    step();
    Graph edited = with(SUM, "scale", "offset", 1);
    loop.edit(edited);
    loop.edit(with(edited, "scale", "factor", 10));
    await(PlanReady.class);
    step();
    assertEquals(List.of(101f, 122f), numbers());
  }

  @Test
  void aGraphThatCannotPlayLeavesTheOldOnePlaying() throws InterruptedException {
    load(SUM);
    step();
    loop.edit(SUM.without(Set.of("count")));
    assertEquals("scale", await(PlanFailed.class).problems().getFirst().node());
    step();
    assertEquals(List.of(101f, 103f), numbers());
    loop.edit(SUM);
    await(PlanReady.class);
    step();
    assertEquals(106f, numbers().getLast());
  }

  @Test
  void nodesThatDoNotPlayNeedNoPlan() throws InterruptedException {
    load(SUM);
    loop.edit(SUM.with(ToyNodes.graph("spare scale").nodes().get("spare")));
    step();
    assertEquals(1, game.compiled.size());
  }

  @Test
  void anotherGameStartsFromItsBeginning() throws InterruptedException {
    load(SUM);
    step();
    load(SUM);
    step();
    assertEquals(List.of(101f, 101f), numbers());
  }

  @Test
  void aFailingNodePausesTheGameWithAProblem() throws InterruptedException {
    load(BROKEN);
    loop.play();
    NodeFailed failed = await(NodeFailed.class);
    assertEquals("break", failed.problem().node());
    assertInstanceOf(IllegalStateException.class, failed.cause());
    assertEquals(List.of(1f, 2f), numbers());
    loop.play();
    await(FrameMade.class);
  }

  @Test
  void whatIsCancelledWhileItIsCompiledNeverPlaysUntilPlayAsksAgain() throws InterruptedException {
    load(SUM);
    game.compiling = new CountDownLatch(1);
    loop.load(with(SUM, "begin", "first", 50), ToyGame::noFiles);
    Progressed compiling;
    do {
      compiling = await(Progressed.class);
    } while (compiling.progress().phase() != PlanProgress.Phase.COMPILING);
    assertEquals(1, compiling.progress().part());
    loop.cancel();
    await(PlanCancelled.class);
    step();
    game.compiling.countDown();
    step();
    assertEquals(List.of(101f, 103f), numbers());
    loop.play();
    loop.pause();
    await(PlanReady.class);
    game.seen.clear();
    step();
    assertEquals(List.of(51f), numbers());
  }

  @Test
  void whatIsCancelledWhileItStartsIsStopped() throws InterruptedException {
    Graph encoded =
        ToyNodes.graph(
            """
            begin count first=100
            encode scale factor=2
            count count
            sum sum
            show show
            begin.out -> encode.in
            encode.out -> sum.start
            sum.out -> sum.so_far
            count.out -> sum.in
            sum.out -> show.in
            """);
    game.running = new CountDownLatch(1);
    loop.load(encoded, ToyGame::noFiles);
    Progressed starting;
    do {
      starting = await(Progressed.class);
    } while (starting.progress().phase() != PlanProgress.Phase.STARTING);
    loop.cancel();
    await(PlanCancelled.class);
    assertTrue(game.open.isEmpty());
    assertTrue(events.stream().noneMatch(PlanFailed.class::isInstance));
    game.running.countDown();
    loop.play();
    loop.pause();
    await(PlanReady.class);
    game.seen.clear();
    step();
    assertEquals(List.of(201f), numbers());
  }

  @Test
  void thereIsNothingToCancelInAGameThatPlays() throws InterruptedException {
    load(SUM);
    loop.cancel();
    step();
    assertTrue(events.stream().noneMatch(PlanCancelled.class::isInstance));
  }

  @Test
  void closingClosesTheNodes() throws InterruptedException {
    load(SUM);
    loop.close();
    assertEquals(List.of("close begin", "close count"), game.life.subList(4, 6));
  }

  @Test
  void whatIsReplacedGivesItsNativeMemoryBack() throws InterruptedException {
    load(SUM);
    step();
    int held = game.open.size();
    assertTrue(held > 0);
    for (int i = 1; i <= 20; i++) {
      if (i % 5 == 0) {
        load(SUM);
      } else {
        loop.edit(with(SUM, "begin", "first", i));
        await(PlanReady.class);
      }
      step();
      assertEquals(held, game.open.size(), "after " + i + " plans");
    }
    loop.edit(ToyNodes.graph("count count"));
    await(PlanFailed.class);
    step();
    assertEquals(held, game.open.size());
    loop.close();
    assertEquals(Set.of(), game.open);
  }
}
