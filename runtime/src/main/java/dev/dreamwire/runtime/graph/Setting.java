package dev.dreamwire.runtime.graph;

import dev.dreamwire.runtime.text.Titles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Values of some parameters that a person switches to together, such as few sampler steps to play
 * fast. It may name what its graph does not have; {@link SettingValues} says what of it fits.
 * Immutable.
 *
 * @param name short, for the command line: {@code fast}
 * @param titles for people, by language tag ({@code en}, {@code zh-CN}); may be empty
 * @param params values by {@code node.param}
 * @param extra fields of the stored setting that this program does not know, kept so that nothing
 *     is lost
 */
public record Setting(
    String name,
    Map<String, String> titles,
    Map<String, Object> params,
    Map<String, Object> extra) {
  public Setting {
    titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /** A setting that is called by its name in every language. */
  public Setting(String name, Map<String, Object> params) {
    this(name, Map.of(), params, Map.of());
  }

  /** The title in a language, else in English, else the name. */
  public String title(Locale language) {
    return Titles.in(titles, language, name);
  }

  /** This setting with other values. */
  public Setting with(Map<String, Object> newParams) {
    return new Setting(name, titles, newParams, extra);
  }

  /** This setting of a graph in which a node got another id. */
  Setting followed(String from, String to) {
    Map<String, Object> next = new LinkedHashMap<>();
    params.forEach(
        (key, value) -> {
          PortRef at = place(key);
          boolean renamed = at.node().equals(from) && !at.port().isEmpty();
          next.put(renamed ? new PortRef(to, at.port()).toString() : key, value);
        });
    return with(next);
  }

  /** The node and the parameter that a key names; both are empty if it names none. */
  static PortRef place(String key) {
    int dot = key.indexOf('.');
    return dot < 1 || dot == key.length() - 1
        ? new PortRef("", "")
        : new PortRef(key.substring(0, dot), key.substring(dot + 1));
  }
}
