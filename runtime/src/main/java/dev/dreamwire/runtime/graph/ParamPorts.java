package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.HandleType;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import java.util.Optional;

/**
 * The inputs that parameters have. A live number or switch takes a {@link PortType#NUMBER}, under
 * the parameter's own name: while it is wired, what comes in holds instead of the stored value. As
 * inputs and parameters of a type never share a name, a wire says no more than that name. Pure;
 * safe on every thread.
 */
public final class ParamPorts {
  private ParamPorts() {}

  /** The input of a parameter; empty if no wire can drive it. */
  public static Optional<Port> of(Param param) {
    return param.live() && isNumber(param.kind())
        ? Optional.of(new Port(param.name(), PortType.NUMBER, param.unit(), true, Port.Role.NORMAL))
        : Optional.empty();
  }

  private static boolean isNumber(Param.Kind kind) {
    return switch (kind) {
      case Param.IntKind k -> true;
      case Param.FloatKind k -> true;
      case Param.BoolKind k -> true;
      case Param.ChoiceKind k -> false;
      case Param.TextKind k -> false;
      case Param.FileKind k -> false;
      case Param.ColourKind k -> false;
      case Param.CurveKind k -> false;
      case Param.KeyKind k -> false;
    };
  }

  /** The input of that name, a declared one or that of a parameter, or null. */
  public static Port input(NodeSpec spec, String name) {
    Port declared = spec.input(name);
    Param param = spec.param(name);
    return declared != null || param == null ? declared : of(param).orElse(null);
  }

  /** Why the parameter of that name takes no wire; empty if it does, or if there is none. */
  static Optional<Fault> fault(NodeType type, String name) {
    Param param = type.spec().param(name);
    if (param == null) {
      return Optional.empty();
    }
    if (!param.live()) {
      return Optional.of(Fault.STRUCTURAL);
    }
    if (!isNumber(param.kind())) {
      return Optional.of(Fault.WORDS);
    }
    return type instanceof HandleType ? Optional.of(Fault.PLANNED) : Optional.empty();
  }

  /**
   * What a parameter has against wires.
   *
   * @param problem key of what a check says of a wire that is there
   * @param refusal key of what a person hears who would make one
   */
  record Fault(String problem, String refusal) {
    /** It decides the program. */
    private static final Fault STRUCTURAL =
        new Fault("check.structuralParam", "connect.structuralParam");

    /** Its values are no numbers. */
    private static final Fault WORDS = new Fault("check.wordParam", "connect.wordParam");

    /** Its node is done before the first frame. */
    private static final Fault PLANNED = new Fault("check.plannedParam", "connect.plannedParam");
  }
}
