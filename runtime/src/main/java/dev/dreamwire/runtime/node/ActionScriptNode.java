package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.oasis.ActionFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Actions that were written or recorded before. */
final class ActionScriptNode implements HostType {
  private static final Vocabulary ACTIONS = Vocabulary.OASIS;
  private static final String LOOP = "loop";

  private static final String SCRIPT =
      """
      40 forward
      20 cameraY=0.5
      40 forward
      20 cameraY=-0.5
      """;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:input.action_script", "Action Script", Category.INPUT)
        .help(
            """
            Plays actions that were written or recorded. A line is a number of frames and what is done \
            in them: 20 forward cameraY=0.5 walks and turns right for a second; a number alone waits. \
            A file, if one is chosen, is read instead: such lines, a recording's table of actions, or the \
            action files of Oasis and VPT. Offset leaves out the first frames, and Frames ends after so many \
            (0 for all). What is wired to after takes over at the end.\
            """)
        .in(Port.optional("after", PortType.ACTION))
        .out(Port.of("action", PortType.ACTION))
        .param(
            Param.text("script", true, SCRIPT, false),
            Param.file("file", List.of("csv", "txt", "pt", "jsonl"), ""),
            Param.integer("offset", 0, 10_000_000, 0, false).in("frames"),
            Param.integer("frames", 0, 10_000_000, 0, false),
            Param.choice("at_end", List.of(LOOP, "wait"), LOOP, true))
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    script(context);
    return Map.of("action", Shape.of(ACTIONS.size()));
  }

  @Override
  public HostProcess open(NodeContext context) {
    ActionScript script = script(context);
    float[] action = new float[ACTIONS.size()];
    TensorView view = TensorView.of(Shape.of(ACTIONS.size()), action);
    return frame -> {
      long at = Math.max(0, frame.index());
      if (at >= script.length() && frame.wired("after")) {
        frame.output("action", frame.tensor("after"));
        return;
      }
      boolean loop = frame.params().text("at_end").equals(LOOP);
      Arrays.fill(action, 0);
      if (loop || at < script.length()) {
        script.apply((int) (at % script.length()), action);
      }
      frame.output("action", view);
    };
  }

  private static ActionScript script(NodeContext context) {
    ActionScript whole = whole(context);
    long offset = context.params().integer("offset");
    if (offset >= whole.length()) {
      throw new NodeException(
          "offset", "there are only " + whole.length() + " frames of actions", null);
    }
    long wanted = context.params().integer("frames");
    int left = whole.length() - (int) offset;
    return whole.part((int) offset, wanted == 0 ? left : (int) Math.min(wanted, left));
  }

  private static ActionScript whole(NodeContext context) {
    String name = context.params().text("file");
    if (name.isEmpty()) {
      return ActionScript.read("script", "", context.params().text("script"), ACTIONS);
    }
    Path file = context.file(name);
    if (ActionFiles.knows(file)) {
      try {
        return ActionScript.of(ActionFiles.read(file));
      } catch (IOException e) {
        throw new NodeException("file", e.getMessage(), e);
      }
    }
    try {
      return ActionScript.read(
          "file", file.getFileName().toString(), Files.readString(file), ACTIONS);
    } catch (IOException e) {
      throw new NodeException(
          "file", file + " cannot be read as text; choose a table or script of actions", e);
    }
  }
}
