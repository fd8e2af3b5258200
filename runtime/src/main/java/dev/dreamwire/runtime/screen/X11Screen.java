package dev.dreamwire.runtime.screen;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.dreamwire.api.node.Controls;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A window or a region of an X11 display. A window is followed where it is moved; what lies over it
 * is in the picture. For one thread.
 */
public final class X11Screen implements ScreenSource {
  private static final int ALL_PLANES = -1;
  private static final int Z_PIXMAP = 2;
  private static final int DEEPEST_SEARCH = 4;
  private static final long POINTER_ROOT = 1;

  /** Offsets in {@code XImage} where pointers have 8 bytes. */
  private static final int IMAGE_DATA = 16;

  private static final int IMAGE_BYTE_ORDER = 24;
  private static final int IMAGE_STRIDE = 44;
  private static final int IMAGE_BITS = 48;
  private static final int IMAGE_RED = 56;
  private static final int IMAGE_BYTES = 136;

  /** Room for what a function gives back. */
  private static final int SCRATCH_BYTES = 64;

  private static final long RED = 0xff0000;

  /**
   * A region in pixels of the screen.
   *
   * @param x from the left
   * @param y from the top
   */
  public record Region(int x, int y, int width, int height) {}

  private final XLibrary x;
  private final MemorySegment scratch;
  private final MemorySegment display;
  private final long root;
  private final Optional<Long> window;
  private final XInput input;
  private Region region;

  /**
   * Opens a display.
   *
   * @param display its name, such as {@code :0}; empty for the one that the environment names
   * @param keys names of the keys that are listened for, as in an Action Map
   * @throws ScreenException if there is no X11, no such display, or a key has another name
   */
  public static X11Screen region(String display, Region region, Set<String> keys) {
    return new X11Screen(display, Optional.empty(), region, keys);
  }

  /**
   * The same for the first window whose title contains a text, capitals or not.
   *
   * @throws ScreenException if there is none, naming those there are
   */
  public static X11Screen window(String display, String title, Set<String> keys) {
    return new X11Screen(display, Optional.of(title), null, keys);
  }

  private X11Screen(String displayName, Optional<String> title, Region region, Set<String> keys) {
    x = new XLibrary();
    scratch = x.memory(SCRATCH_BYTES);
    display =
        x.address("XOpenDisplay", displayName.isEmpty() ? MemorySegment.NULL : x.text(displayName));
    if (display.equals(MemorySegment.NULL)) {
      x.close();
      throw ScreenException.of(
          null, "screen.noDisplay", displayName.isEmpty() ? System.getenv("DISPLAY") : displayName);
    }
    try {
      root = x.number("XDefaultRootWindow", display);
      window = title.map(this::find);
      this.region = window.map(this::geometry).orElse(region);
      input = new XInput(x, display, root, keys);
      inside(this.region);
    } catch (ScreenException e) {
      close();
      throw e;
    }
  }

  private long find(String title) {
    List<String> titles = new ArrayList<>();
    return find(root, title.toLowerCase(Locale.ROOT), titles, 0)
        .orElseThrow(
            () ->
                ScreenException.of(
                    null,
                    "screen.noWindow",
                    title,
                    titles.isEmpty() ? "–" : String.join(", ", titles)));
  }

  private Optional<Long> find(long parent, String title, List<String> titles, int depth) {
    for (long child : children(parent)) {
      String name = name(child);
      if (!name.isEmpty()) {
        titles.add(name);
      }
      if (name.toLowerCase(Locale.ROOT).contains(title)) {
        return Optional.of(child);
      }
      Optional<Long> below =
          depth < DEEPEST_SEARCH ? find(child, title, titles, depth + 1) : Optional.empty();
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }

  private String name(long of) {
    if (x.integer("XFetchName", display, of, scratch) == 0) {
      return "";
    }
    MemorySegment text = scratch.get(ADDRESS, 0);
    String name = XLibrary.at(text, Integer.MAX_VALUE).getString(0);
    x.integer("XFree", text);
    return name;
  }

  /** Parent first, then children; empty if the window is gone. */
  private List<Long> family(long of) {
    MemorySegment out = scratch;
    int there =
        x.integer("XQueryTree", display, of, out, out.asSlice(8), out.asSlice(16), out.asSlice(24));
    if (there == 0) {
      return List.of();
    }
    List<Long> family = new ArrayList<>();
    family.add(out.get(JAVA_LONG, 8));
    int count = out.get(JAVA_INT, 24);
    MemorySegment children = out.get(ADDRESS, 16);
    for (int i = 0; i < count; i++) {
      family.add(XLibrary.at(children, 8L * count).getAtIndex(JAVA_LONG, i));
    }
    if (count > 0) {
      x.integer("XFree", children);
    }
    return family;
  }

  private List<Long> children(long of) {
    List<Long> family = family(of);
    return family.isEmpty() ? family : family.subList(1, family.size());
  }

  private Region geometry(long of) {
    MemorySegment out = scratch;
    int there =
        x.integer(
            "XGetGeometry",
            display,
            of,
            out,
            out.asSlice(8),
            out.asSlice(12),
            out.asSlice(16),
            out.asSlice(20),
            out.asSlice(24),
            out.asSlice(28));
    if (there == 0) {
      throw ScreenException.of(null, "screen.windowGone");
    }
    x.integer(
        "XTranslateCoordinates",
        display,
        of,
        root,
        0,
        0,
        out.asSlice(32),
        out.asSlice(36),
        out.asSlice(40));
    return new Region(
        out.get(JAVA_INT, 32), out.get(JAVA_INT, 36), out.get(JAVA_INT, 16), out.get(JAVA_INT, 20));
  }

  /** X gives no picture of what is partly off the screen. */
  private Region inside(Region wanted) {
    Region screen = geometry(root);
    int left = Math.max(0, wanted.x());
    int top = Math.max(0, wanted.y());
    int right = Math.min(screen.width(), wanted.x() + wanted.width());
    int bottom = Math.min(screen.height(), wanted.y() + wanted.height());
    if (right <= left || bottom <= top) {
      throw ScreenException.of(null, "screen.offScreen", screen.width(), screen.height());
    }
    return new Region(left, top, right - left, bottom - top);
  }

  @Override
  public void grab(byte[] rgb, int width, int height) {
    window.ifPresent(id -> region = geometry(id));
    Region shown = inside(region);
    MemorySegment image =
        x.address(
            "XGetImage",
            display,
            root,
            shown.x(),
            shown.y(),
            shown.width(),
            shown.height(),
            (long) ALL_PLANES,
            Z_PIXMAP);
    if (image.equals(MemorySegment.NULL)) {
      throw ScreenException.of(null, "screen.noPicture");
    }
    try {
      MemorySegment fields = XLibrary.at(image, IMAGE_BYTES);
      boolean plain =
          fields.get(JAVA_INT, IMAGE_BITS) == 32
              && fields.get(JAVA_INT, IMAGE_BYTE_ORDER) == 0
              && fields.get(JAVA_LONG, IMAGE_RED) == RED;
      if (!plain) {
        throw ScreenException.of(null, "screen.noColours");
      }
      int stride = fields.get(JAVA_INT, IMAGE_STRIDE);
      byte[] pixels =
          XLibrary.at(fields.get(ADDRESS, IMAGE_DATA), (long) stride * shown.height())
              .toArray(JAVA_BYTE);
      AreaScale.bgrx(pixels, shown.width(), shown.height(), stride, rgb, width, height);
    } finally {
      x.integer("XDestroyImage", image);
    }
  }

  @Override
  public Controls controls() {
    return input.take();
  }

  /** For a window: whether it, or one within or around it, has the keyboard. */
  @Override
  public boolean attended() {
    if (window.isEmpty()) {
      return true;
    }
    MemorySegment out = scratch;
    x.integer("XGetInputFocus", display, out, out.asSlice(8));
    long focused = out.get(JAVA_LONG, 0);
    // Without a window manager the keys go to the window under the pointer.
    return focused <= POINTER_ROOT
        || within(focused, window.get())
        || within(window.get(), focused);
  }

  private boolean within(long inner, long outer) {
    long at = inner;
    while (at != root && at != 0) {
      if (at == outer) {
        return true;
      }
      List<Long> family = family(at);
      at = family.isEmpty() ? 0 : family.getFirst();
    }
    return false;
  }

  @Override
  public void close() {
    x.integer("XCloseDisplay", display);
    x.close();
  }
}
