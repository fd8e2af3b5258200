package dev.dreamwire.studio.inspector;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.studio.i18n.Messages;
import javafx.scene.Node;

/** A control for one parameter. */
sealed interface ParamControl
    permits NumberControl,
        ToggleControl,
        ChoiceControl,
        TextValueControl,
        FileControl,
        ColourValueControl,
        CurveValueControl,
        KeyValueControl {
  /** What is put on screen. */
  Node node();

  /** Shows a value, without editing anything. */
  void show(Object value);

  /** Tells people who cannot see it what the control is for. */
  void describe(String name);

  /** The control that fits a parameter. */
  static ParamControl of(Param param, ParamEdits edits, Messages messages) {
    return switch (param.kind()) {
      case Param.IntKind(long min, long max) -> NumberControl.whole(min, max, edits);
      case Param.FloatKind(double min, double max) -> NumberControl.real(min, max, edits);
      case Param.BoolKind() -> new ToggleControl(edits);
      case Param.ChoiceKind(var choices) -> new ChoiceControl(choices, edits);
      case Param.TextKind(boolean multiline) -> new TextValueControl(multiline, edits);
      case Param.FileKind(var extensions) -> new FileControl(extensions, edits, messages);
      case Param.ColourKind() -> new ColourValueControl(new LiveEdits(edits, param.live()));
      case Param.CurveKind kind -> new CurveValueControl(kind, new LiveEdits(edits, param.live()));
      case Param.KeyKind() -> new KeyValueControl(edits);
    };
  }
}
