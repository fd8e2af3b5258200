package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.tensor.TensorView;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Plays one host node by hand: parameters and inputs in, outputs out. */
final class HostRig implements NodeContext, HostProcess.Frame, AutoCloseable {
  private final HostType type;
  private final Map<String, Object> params = new HashMap<>();
  private final Map<String, TensorView> inputs = new HashMap<>();
  private final Map<String, Object> objects = new HashMap<>();
  private final Map<String, float[]> outputs = new HashMap<>();
  private HostProcess process;
  private long index = -1;

  HostRig(HostType type) {
    this.type = type;
    for (Param param : type.spec().params()) {
      params.put(param.name(), param.defaultValue());
    }
  }

  HostRig with(String param, Object value) {
    params.put(param, value);
    return this;
  }

  HostRig input(String port, TensorView value) {
    inputs.put(port, value);
    return this;
  }

  HostRig input(String port, Object value) {
    objects.put(port, value);
    return this;
  }

  HostRig begin(long seed) {
    if (process == null) {
      process = type.open(this);
    }
    index = -1;
    process.reset(seed);
    return this;
  }

  /** Plays one frame; {@code index} −1 is the start. */
  HostRig frame(long at) {
    index = at;
    process.frame(this);
    return this;
  }

  float[] output(String port) {
    return outputs.get(port);
  }

  @Override
  public void close() {
    process.close();
  }

  @Override
  public String nodeId() {
    return "node";
  }

  @Override
  public Params params() {
    return params::get;
  }

  @Override
  public <S> Optional<S> service(Class<S> service) {
    return Optional.empty();
  }

  @Override
  public Path file(String name) {
    return Path.of(name);
  }

  @Override
  public long index() {
    return index;
  }

  @Override
  public boolean wired(String port) {
    return inputs.containsKey(port);
  }

  @Override
  public TensorView tensor(String port) {
    return inputs.get(port);
  }

  @Override
  public <V> V value(String port, Class<V> kind) {
    return kind.cast(objects.get(port));
  }

  @Override
  public void output(String port, TensorView value) {
    outputs.put(port, value.toArray());
  }

  @Override
  public void output(String port, Object value) {
    throw new IllegalArgumentException("no node of these makes objects");
  }
}
