package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.Controls;
import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;

/** What a person holds down; nothing where there is no window. */
final class KeyboardNode implements HostType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:input.keyboard", "Keyboard & Mouse", Category.INPUT)
        .help(
            """
            What you press and how the mouse moves while the viewport has the keyboard. It is read as \
            late as possible before a frame is made.\
            """)
        .out(Port.of("controls", PortType.CONTROLS))
        .build();
  }

  @Override
  public HostProcess open(NodeContext context) {
    ControlsSource source = context.service(ControlsSource.class).orElse(() -> Controls.IDLE);
    return frame -> frame.output("controls", source.controls());
  }
}
