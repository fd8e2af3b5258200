package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A number that goes up and down with the frames. */
final class OscillatorNode implements HostType {
  /** One turn of each wave, from 0 back to 0: 0 is the low end, 1 the high one. */
  private enum Wave {
    SINE,
    TRIANGLE,
    SAWTOOTH,
    SQUARE;

    private double at(double turn) {
      return switch (this) {
        case SINE -> (1 - Math.cos(2 * Math.PI * turn)) / 2;
        case TRIANGLE -> 1 - Math.abs(1 - 2 * turn);
        case SAWTOOTH -> turn;
        case SQUARE -> turn < 0.5 ? 0 : 1;
      };
    }
  }

  private static final List<String> WAVES =
      Arrays.stream(Wave.values()).map(w -> w.name().toLowerCase(Locale.ROOT)).toList();

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:oscillator", "Oscillator", Category.INPUT)
        .help(
            """
            A number that goes from low to high and back, once in every period. Sine and triangle go \
            smoothly, sawtooth jumps back from the high end, and square only jumps. Play begins at low; \
            a phase of 0.5 begins at high. Wire it to a parameter that should move by itself.\
            """)
        .out(Port.of(NumberNode.NUMBER, PortType.NUMBER))
        .param(
            Param.choice("wave", WAVES, WAVES.getFirst(), true),
            Param.number("period", 1, 100_000, 60, true).in("frames"),
            Param.number("low", -NumberNode.MOST, NumberNode.MOST, 0, true),
            Param.number("high", -NumberNode.MOST, NumberNode.MOST, 1, true),
            Param.number("phase", 0, 1, 0, true))
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of(NumberNode.NUMBER, Shape.of());
  }

  @Override
  public HostProcess open(NodeContext context) {
    return new HostProcess() {
      private double turns;
      private long last;

      @Override
      public void reset(long seed) {
        turns = 0;
        last = 0;
      }

      @Override
      public void frame(Frame frame) {
        // Turns are added up, so that another period bends the wave and does not tear it.
        long now = Math.max(last, frame.index());
        turns += (now - last) / frame.params().number("period");
        last = now;
        double turn = turns + frame.params().number("phase");
        Wave wave = Wave.valueOf(frame.params().text("wave").toUpperCase(Locale.ROOT));
        double low = frame.params().number("low");
        double high = frame.params().number("high");
        double at = low + (high - low) * wave.at(turn - Math.floor(turn));
        frame.output(NumberNode.NUMBER, NumberNode.of(at));
      }
    };
  }
}
