package dev.dreamwire.runtime.screen;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.dreamwire.api.node.Controls;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The raw key, button and motion events of a display (X Input Extension 2.1), which come also while
 * a game holds keyboard and mouse for itself. For one thread.
 */
final class XInput {
  private static final int ALL_MASTER_DEVICES = 1;
  private static final int GENERIC_EVENT = 35;
  private static final int KEY_PRESS = 13;
  private static final int KEY_RELEASE = 14;
  private static final int BUTTON_PRESS = 15;
  private static final int BUTTON_RELEASE = 16;
  private static final int MOTION = 17;
  private static final int EVENT_BYTES = 192;

  /** Offsets in {@code XGenericEventCookie} and {@code XIRawEvent} where pointers have 8 bytes. */
  private static final int EXTENSION = 32;

  private static final int KIND = 36;
  private static final int DATA = 48;
  private static final int DETAIL = 56;
  private static final int MASK_LENGTH = 64;
  private static final int MASK = 72;
  private static final int RAW_VALUES = 88;

  private final XLibrary x;
  private final MemorySegment display;
  private final int opcode;
  private final MemorySegment event;
  private final Map<Integer, String> keys = new HashMap<>();
  private final Set<String> held = new HashSet<>();
  private final Set<String> touched = new HashSet<>();
  private double mouseX;
  private double mouseY;

  /**
   * Listens from now on.
   *
   * @param names of the keys that are listened for, as in an Action Map
   * @throws ScreenException if the display has no such events, or a name is unknown
   */
  XInput(XLibrary x, MemorySegment display, long root, Set<String> names) {
    this.x = x;
    this.display = display;
    this.event = x.memory(EVENT_BYTES);
    MemorySegment codes = x.memory(12);
    int there =
        x.integer(
            "XQueryExtension",
            display,
            x.text("XInputExtension"),
            codes,
            codes.asSlice(4),
            codes.asSlice(8));
    MemorySegment version = x.memory(8);
    version.set(JAVA_INT, 0, 2);
    version.set(JAVA_INT, 4, 1);
    if (there == 0 || x.integer("XIQueryVersion", display, version, version.asSlice(4)) != 0) {
      throw ScreenException.of(null, "screen.noInput");
    }
    opcode = codes.get(JAVA_INT, 0);
    names.forEach(this::name);
    select(root);
  }

  private void name(String key) {
    if (KeyNames.isButton(key)) {
      return;
    }
    if (KeyNames.keysyms(key).isEmpty()) {
      throw ScreenException.of(null, "screen.noKey", key);
    }
    for (String keysym : KeyNames.keysyms(key)) {
      long symbol = x.number("XStringToKeysym", x.text(keysym));
      int code = x.octet("XKeysymToKeycode", display, symbol);
      if (code != 0) {
        keys.put(code, key);
      }
    }
  }

  private void select(long root) {
    MemorySegment bits = x.memory(4);
    for (int kind : new int[] {KEY_PRESS, KEY_RELEASE, BUTTON_PRESS, BUTTON_RELEASE, MOTION}) {
      byte with = (byte) (bits.get(JAVA_BYTE, kind >> 3) | 1 << (kind & 7));
      bits.set(JAVA_BYTE, kind >> 3, with);
    }
    MemorySegment mask = x.memory(16);
    mask.set(JAVA_INT, 0, ALL_MASTER_DEVICES);
    mask.set(JAVA_INT, 4, 4);
    mask.set(ADDRESS, 8, bits);
    x.integer("XISelectEvents", display, root, mask, 1);
    x.integer("XFlush", display);
  }

  /** What was held at any time since the last call, and how far the mouse moved since. */
  Controls take() {
    touched.addAll(held);
    while (x.integer("XPending", display) > 0) {
      x.integer("XNextEvent", display, event);
      if (event.get(JAVA_INT, 0) == GENERIC_EVENT
          && event.get(JAVA_INT, EXTENSION) == opcode
          && x.integer("XGetEventData", display, event) != 0) {
        hear(event.get(JAVA_INT, KIND), XLibrary.at(event.get(ADDRESS, DATA), EVENT_BYTES));
        x.integer("XFreeEventData", display, event);
      }
    }
    Controls controls = new Controls(touched, mouseX, mouseY);
    touched.clear();
    mouseX = 0;
    mouseY = 0;
    return controls;
  }

  private void hear(int kind, MemorySegment raw) {
    int detail = raw.get(JAVA_INT, DETAIL);
    switch (kind) {
      case KEY_PRESS -> press(keys.getOrDefault(detail, ""));
      case KEY_RELEASE -> held.remove(keys.getOrDefault(detail, ""));
      case BUTTON_PRESS -> press(KeyNames.button(detail));
      case BUTTON_RELEASE -> held.remove(KeyNames.button(detail));
      case MOTION -> move(raw);
      default -> {}
    }
  }

  private void press(String name) {
    if (!name.isEmpty()) {
      held.add(name);
      touched.add(name);
    }
  }

  /** Only the axes that moved have a value, one after the other. */
  private void move(MemorySegment raw) {
    int length = raw.get(JAVA_INT, MASK_LENGTH);
    if (length == 0) {
      return;
    }
    byte axes = XLibrary.at(raw.get(ADDRESS, MASK), length).get(JAVA_BYTE, 0);
    MemorySegment values = XLibrary.at(raw.get(ADDRESS, RAW_VALUES), 2L * Double.BYTES);
    int at = 0;
    if ((axes & 1) != 0) {
      mouseX += values.getAtIndex(JAVA_DOUBLE, at++);
    }
    if ((axes & 2) != 0) {
      mouseY += values.getAtIndex(JAVA_DOUBLE, at);
    }
  }
}
