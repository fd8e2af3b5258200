package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RaysTest {
  private static final int ROWS = 31;
  private static final int COLUMNS = 31;
  private static final int CENTRE = ROWS / 2 * COLUMNS + COLUMNS / 2;
  private static final int SIZE = 7;

  /** Looks north at a pillar, behind which stands a higher wall. */
  private static final Pose PLAYER = new Pose(3.5, 0, 5.5, 0, 0);

  private static final Side SOUTH = Side.of(Face.SOUTH, false);
  private static final Block TOP_OF_PILLAR = new Block(3, 3, 1, 2);
  private static final Site BUILT = Site.of(built());

  private final float[] nearness = new float[ROWS * COLUMNS];
  private final Side[] news = new Side[nearness.length];

  private static Blocks built() {
    float[][] stacks = new float[SIZE * SIZE][];
    for (int i = 0; i < stacks.length; i++) {
      stacks[i] = new float[] {-2, i / SIZE < 2 ? 4 : 0};
    }
    stacks[3 * SIZE + 3] = new float[] {-2, 2};
    return new Blocks(0, 0, SIZE, stacks);
  }

  private void look(Site site) {
    new Rays(ROWS, COLUMNS, new Camera(80, 1.6, 12)).of(site, PLAYER, nearness, news);
  }

  @Test
  void nothingIsNewWhereNobodyDug() {
    look(BUILT);
    assertEquals(1 / 1.5, nearness[CENTRE], 1e-5, "the pillar");
    assertTrue(Arrays.stream(news).allMatch(side -> side == null));
  }

  @Test
  void whatStoodBehindWhatIsDugIsNotNewButWhatItLeavesIs() {
    look(BUILT.without(TOP_OF_PILLAR));
    assertEquals(1 / 3.5, nearness[CENTRE], 1e-5, "the wall behind it");
    assertNull(news[CENTRE]);
    assertTrue(Arrays.asList(news).contains(Side.of(Face.LEVEL, false)), "the top that is left");
    assertFalse(Arrays.asList(news).contains(SOUTH));
  }

  @Test
  void theSidesOfAHoleAreNew() {
    look(BUILT.without(TOP_OF_PILLAR).without(new Block(3, 1, 1, 2)));
    assertEquals(1 / 4.5, nearness[CENTRE], 1e-5, "the end of the hole");
    assertEquals(SOUTH, news[CENTRE]);
    int above = CENTRE - 6 * COLUMNS;
    assertEquals(1 / 3.5, nearness[above], 1e-5, "the wall above it");
    assertNull(news[above]);
  }

  @Test
  void whatIsBuiltIsNew() {
    look(BUILT.with(new Block(3, 4, 0, 3)));
    assertEquals(2, nearness[CENTRE], 1e-5);
    assertEquals(Side.of(Face.SOUTH, true), news[CENTRE]);
  }
}
