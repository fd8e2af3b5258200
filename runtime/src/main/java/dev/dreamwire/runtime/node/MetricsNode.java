package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.TensorView;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures every frame. */
final class MetricsNode implements HostType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:metrics", "Metrics", Category.ANALYSIS)
        .help(
            """
            Measures each frame: how bright it is, how much contrast and how much fine detail it has, and \
            how much it differs from the frame before. A dream that dissolves loses detail; one that \
            freezes stops to differ. With a reference wired, also the PSNR against it in decibels.\
            """)
        .in(Port.of("image", PortType.IMAGE), Port.optional("reference", PortType.IMAGE))
        .build();
  }

  @Override
  public HostProcess open(NodeContext context) {
    MetricsSink sink = context.service(MetricsSink.class).orElse((node, frame, figures) -> {});
    return new Meter(context.nodeId(), sink);
  }

  private static final class Meter implements HostProcess {
    private final String id;
    private final MetricsSink sink;
    private float[] before;

    Meter(String id, MetricsSink sink) {
      this.id = id;
      this.sink = sink;
    }

    @Override
    public void reset(long seed) {
      before = null;
    }

    @Override
    public void frame(Frame frame) {
      TensorView view = frame.tensor("image");
      float[] image = view.toArray();
      Map<String, Double> figures = new LinkedHashMap<>();
      double mean = mean(image);
      figures.put("brightness", (mean + 1) / 2);
      figures.put("contrast", deviation(image, mean) / 2);
      figures.put("detail", detail(image, view.shape().size(1), view.shape().size(2)));
      if (before != null && before.length == image.length) {
        figures.put("change", Math.sqrt(squaredError(image, before)) / 2);
      }
      if (frame.wired("reference")) {
        figures.put("psnr", psnr(image, frame.tensor("reference").toArray()));
      }
      before = image;
      sink.measured(id, frame.index(), figures);
    }

    private static double mean(float[] values) {
      double sum = 0;
      for (float value : values) {
        sum += value;
      }
      return sum / values.length;
    }

    private static double deviation(float[] values, double mean) {
      double sum = 0;
      for (float value : values) {
        sum += (value - mean) * (value - mean);
      }
      return Math.sqrt(sum / values.length);
    }

    /** Mean absolute difference of neighbours in a row, 0..1. */
    private static double detail(float[] image, int height, int width) {
      double sum = 0;
      for (int row = 0; row < 3 * height; row++) {
        for (int x = 1; x < width; x++) {
          sum += Math.abs(image[row * width + x] - image[row * width + x - 1]);
        }
      }
      return sum / (3.0 * height * (width - 1)) / 2;
    }

    private static double squaredError(float[] a, float[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += (double) (a[i] - b[i]) * (a[i] - b[i]);
      }
      return sum / a.length;
    }

    /** {@code 10·log10(peak² / error)} where values span 2; at most 100. */
    private static double psnr(float[] a, float[] b) {
      return a.length == b.length
          ? Math.min(100, 10 * Math.log10(4 / Math.max(1e-30, squaredError(a, b))))
          : Double.NaN;
    }
  }
}
