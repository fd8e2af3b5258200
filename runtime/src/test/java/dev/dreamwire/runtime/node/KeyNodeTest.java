package dev.dreamwire.runtime.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.api.node.Controls;
import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyNodeTest {
  private static final int FORWARD = Vocabulary.OASIS.column("forward");
  private static final int YAW = Vocabulary.OASIS.column("cameraY");

  private final HostRig key = new HostRig(new KeyNode()).with("key", "C");
  private int frames;

  private float[] holding(String... keys) {
    Object controls = new Controls(Set.of(keys), 0, 0);
    return key.input("controls", controls).frame(frames++).output("action");
  }

  @Test
  void aSwitchIsTurnedByEveryPress() {
    key.begin(1);
    float[] walked = new float[6];
    String[][] held = {{}, {"C"}, {"C", "W"}, {}, {"C"}, {}};
    for (int i = 0; i < held.length; i++) {
      walked[i] = holding(held[i])[FORWARD];
    }
    assertArrayEquals(new float[] {0, 1, 1, 1, 0, 0}, walked);
    holding("C");
    key.begin(1);
    assertEquals(0, holding()[FORWARD], "a new game begins with the switch off");
  }

  @Test
  void aHeldKeyDoesItsThingOnTopOfWhatIsWired() {
    float[] wired = new float[Vocabulary.OASIS.size()];
    wired[FORWARD] = 1;
    wired[YAW] = 0.25f;
    key.input("action", TensorView.of(Shape.of(wired.length), wired));
    key.with("switch", false).with("does", "cameraY").with("value", -0.5).begin(1);
    assertArrayEquals(wired, holding());
    float[] turned = holding("C");
    assertEquals(1, turned[FORWARD]);
    assertEquals(-0.5f, turned[YAW]);
    assertArrayEquals(wired, holding("X"));
  }

  @Test
  void withoutAKeyNothingIsAdded() {
    key.with("key", "").with("switch", false).begin(1);
    assertArrayEquals(new float[Vocabulary.OASIS.size()], holding("C"));
  }
}
