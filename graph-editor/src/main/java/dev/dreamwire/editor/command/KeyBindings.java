package dev.dreamwire.editor.command;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Which keys do what. A key does one thing: an action that is given a key takes it from the action
 * that had it. Immutable.
 */
public final class KeyBindings {
  /** The usual keys. */
  public static final KeyBindings USUAL = new KeyBindings(Map.of());

  private static final String SEPARATOR = " ";

  private final Map<EditorAction, List<KeyCombination>> keys = new EnumMap<>(EditorAction.class);

  private KeyBindings(Map<EditorAction, List<KeyCombination>> changed) {
    for (EditorAction action : EditorAction.values()) {
      keys.put(action, changed.getOrDefault(action, action.defaultKeys()));
    }
  }

  /**
   * The usual keys, but for some actions.
   *
   * @param stored as {@link #stored} gave them; names of actions that do not exist are left out
   * @throws IllegalArgumentException if a text is no key combination
   */
  public static KeyBindings of(Map<String, String> stored) {
    Map<EditorAction, List<KeyCombination>> changed = new EnumMap<>(EditorAction.class);
    for (EditorAction action : EditorAction.values()) {
      String text = stored.get(action.name());
      if (text != null) {
        changed.put(
            action,
            Arrays.stream(text.split(SEPARATOR))
                .filter(part -> !part.isBlank())
                .map(KeyCombination::valueOf)
                .toList());
      }
    }
    return new KeyBindings(changed);
  }

  /** The keys of the actions whose keys are not the usual ones, by action, as text to be kept. */
  public Map<String, String> stored() {
    Map<String, String> stored = new TreeMap<>();
    keys.forEach(
        (action, held) -> {
          if (!held.equals(action.defaultKeys())) {
            stored.put(
                action.name(),
                held.stream().map(KeyCombination::getName).collect(Collectors.joining(SEPARATOR)));
          }
        });
    return Collections.unmodifiableMap(stored);
  }

  /** These with other keys for one action. */
  public KeyBindings with(EditorAction action, List<KeyCombination> newKeys) {
    Map<EditorAction, List<KeyCombination>> next = new EnumMap<>(keys);
    next.replaceAll((a, held) -> held.stream().filter(k -> !newKeys.contains(k)).toList());
    next.put(action, List.copyOf(newKeys));
    return new KeyBindings(next);
  }

  /** The keys that do an action. */
  public List<KeyCombination> keys(EditorAction action) {
    return keys.get(action);
  }

  /** The keys that do an action, as they are written on a keyboard. */
  public String text(EditorAction action) {
    return keys(action).stream()
        .map(KeyCombination::getDisplayText)
        .collect(Collectors.joining(", "));
  }

  /** The action that has a key, if one has. */
  public Optional<EditorAction> holder(KeyCombination key) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().contains(key))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What a pressed key does, if it does anything. */
  public Optional<EditorAction> action(KeyEvent event) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(k -> k.match(event)))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
