package dev.dreamwire.runtime.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the host of a running graph offers its nodes, by type. Immutable. */
public final class Services {
  /** Nothing. */
  public static final Services NONE = new Services(Map.of());

  private final Map<Class<?>, Object> all;

  private Services(Map<Class<?>, Object> all) {
    this.all = all;
  }

  /** These and one more. */
  public <S> Services with(Class<S> type, S service) {
    Map<Class<?>, Object> next = new LinkedHashMap<>(all);
    next.put(type, service);
    return new Services(next);
  }

  /** The service of a type, if it is offered. */
  public <S> Optional<S> find(Class<S> type) {
    return Optional.ofNullable(type.cast(all.get(type)));
  }
}
