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
import dev.dreamwire.runtime.capture.CaptureException;
import dev.dreamwire.runtime.capture.CapturedFrame;
import dev.dreamwire.runtime.capture.Take;
import dev.dreamwire.runtime.capture.TakeFormat;
import dev.dreamwire.runtime.capture.Takes;
import java.nio.file.Path;
import java.util.List;

/** Writes the frames that are played into files. */
final class RecorderNode implements HostType {
  private static final String VIDEO = "mp4";

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:recorder", "Recorder", Category.OUTPUT)
        .help(
            """
            Writes every frame while record is on: as one mp4 video, or as PNG pictures in a folder. \
            Each time that play starts over or record is switched on, a new take begins, numbered \
            dream-0001 and so on. Without a folder they go into Dreamwire in your home.\
            """)
        .in(Port.of("image", PortType.IMAGE))
        .param(
            Param.bool("record", true, true),
            Param.choice("format", List.of(VIDEO, "png"), VIDEO, false),
            Param.text("folder", false, "", false),
            Param.integer("fps", 1, 240, 20, false).in("1/s"))
        .build();
  }

  @Override
  public HostProcess open(NodeContext context) {
    boolean video = context.params().text("format").equals(VIDEO);
    int fps = Math.toIntExact(context.params().integer("fps"));
    return new Recording(
        new Takes(folder(context), video ? TakeFormat.VIDEO : TakeFormat.PICTURES, fps));
  }

  private static Path folder(NodeContext context) {
    String chosen = context.params().text("folder");
    if (!chosen.isBlank()) {
      return Path.of(chosen);
    }
    return context
        .service(RecordingPlace.class)
        .map(RecordingPlace::folder)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), "Dreamwire"));
  }

  private static final class Recording implements HostProcess {
    private final Takes takes;
    private Take take;

    Recording(Takes takes) {
      this.takes = takes;
    }

    @Override
    public void reset(long seed) {
      finish();
    }

    @Override
    public void frame(Frame frame) {
      if (!frame.params().bool("record")) {
        finish();
      } else if (frame.index() >= 0) {
        add(CapturedFrame.of(frame.tensor("image")));
      }
    }

    private void add(CapturedFrame frame) {
      if (take != null && (take.failed() || !take.takes(frame))) {
        finish();
      }
      if (take == null) {
        take = takes.begin(frame.width(), frame.height());
      }
      take.add(frame);
    }

    /** Ends the take; what it failed at is told once. */
    private void finish() {
      if (take != null) {
        Take ending = take;
        take = null;
        try {
          ending.finish();
        } catch (CaptureException e) {
          throw new NodeException("folder", e.getMessage(), e);
        }
      }
    }

    @Override
    public void close() {
      finish();
    }
  }
}
