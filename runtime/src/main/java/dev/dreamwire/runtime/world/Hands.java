package dev.dreamwire.runtime.world;

import dev.dreamwire.api.node.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rules by which {@code attack} digs and {@code use} builds, one frame at a time. A block is
 * gone after {@link Work#TOUGHNESS} frames of digging at it; a block is put where the hand was at
 * rest. Ground is dug no deeper than the sea, nothing is changed in columns nobody may enter, and
 * no block is put into the player. Pure, like {@link Movement}.
 */
final class Hands {
  private static final int ATTACK = Vocabulary.OASIS.column("attack");
  private static final int USE = Vocabulary.OASIS.column("use");
  private static final float HIGHEST = 24;
  private static final float THINNEST = 0.5f;

  private final WorldMap map;

  /** The hands' rules in a map as it is now. */
  Hands(WorldMap map) {
    this.map = map;
  }

  /** What is done after a frame, by a player that has moved and looks already. */
  Work step(Player player, float[] action) {
    Work work = player.work();
    if (action[ATTACK] >= 0.5f) {
      return dig(player, work);
    }
    int swing = work.swing() == 0 || work.swing() == Work.SWING ? 0 : work.swing() + 1;
    if (action[USE] >= 0.5f && work.swing() == 0) {
      return new Work(build(player, work.changes()), null, 0, 1);
    }
    return new Work(work.changes(), null, 0, swing);
  }

  private Work dig(Player player, Work work) {
    int swing = work.swing() % Work.SWING + 1;
    Optional<Block> aimed = Aim.of(map, player).map(Aim::block).flatMap(this::soft);
    if (aimed.isEmpty()) {
      return new Work(work.changes(), null, 0, swing);
    }
    Block block = aimed.get();
    int strokes = block.equals(work.digging()) ? work.strokes() + 1 : 1;
    if (strokes < Work.TOUGHNESS) {
      return new Work(work.changes(), block, strokes, swing);
    }
    Changes dug = work.changes().with(block.cell(), without(block));
    return new Work(dug, null, 0, swing);
  }

  /** What of a block can be dug. */
  private Optional<Block> soft(Block block) {
    boolean ground = block.top() <= map.ground(block.x(), block.z());
    float bottom = ground ? Math.max(block.bottom(), WorldMap.SEA) : block.bottom();
    return map.open(block.x(), block.z()) && bottom < block.top()
        ? Optional.of(new Block(block.x(), block.z(), bottom, block.top()))
        : Optional.empty();
  }

  private List<Span> without(Block block) {
    List<Span> left = new ArrayList<>();
    List<Span> spans = map.spans(block.x(), block.z());
    for (Span span : spans) {
      List<Span> rest = span.without(block.bottom(), block.top());
      boolean ground = left.isEmpty() && span.equals(spans.getFirst());
      boolean dug = rest.size() != 1 || !rest.getFirst().equals(span);
      if (ground && dug) {
        Span below = rest.getFirst();
        left.add(new Span(below.bottom(), below.top(), below.material().inside()));
        left.addAll(rest.subList(1, rest.size()));
      } else {
        left.addAll(rest);
      }
    }
    return left;
  }

  private Changes build(Player player, Changes changes) {
    return Aim.of(map, player)
        .map(Aim::before)
        .filter(place -> map.open(place.x(), place.z()) && place.top() <= HIGHEST)
        .flatMap(this::free)
        .filter(place -> !touches(player, place))
        .map(place -> changes.with(place.cell(), with(place)))
        .orElse(changes);
  }

  /** The part of a place that nothing firm fills, if a block fits there. */
  private Optional<Block> free(Block place) {
    List<Span> left = List.of(new Span(place.bottom(), place.top(), Material.BRICKS));
    for (Span span : map.spans(place.x(), place.z())) {
      if (!span.material().fluid()) {
        left =
            left.stream()
                .flatMap(piece -> piece.without(span.bottom(), span.top()).stream())
                .toList();
      }
    }
    return left.stream()
        .filter(piece -> piece.top() - piece.bottom() >= THINNEST)
        .findFirst()
        .map(piece -> new Block(place.x(), place.z(), piece.bottom(), piece.top()));
  }

  private static boolean touches(Player player, Block place) {
    double reach = Movement.RADIUS;
    return player.x() + reach > place.x()
        && player.x() - reach < place.x() + 1
        && player.z() + reach > place.z()
        && player.z() - reach < place.z() + 1
        && player.y() < place.top()
        && player.y() + Movement.HEIGHT > place.bottom();
  }

  /** The column with bricks in a place; water makes way. */
  private List<Span> with(Block place) {
    List<Span> column = new ArrayList<>();
    for (Span span : map.spans(place.x(), place.z())) {
      column.addAll(span.without(place.bottom(), place.top()));
    }
    column.add(new Span(place.bottom(), place.top(), Material.BRICKS));
    column.sort(Comparator.comparing(Span::bottom));
    return column;
  }
}
