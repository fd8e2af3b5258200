package dev.dreamwire.runtime.screen;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;

/**
 * The functions of libX11 and libXi that recording needs, by the Foreign Function and Memory API.
 * For one thread; its error handler, which only keeps the process alive, is the process' until it
 * is closed.
 */
final class XLibrary implements AutoCloseable {
  private final Linker linker = Linker.nativeLinker();
  private final Arena arena = Arena.ofConfined();
  private final SymbolLookup symbols;
  private final Map<String, MethodHandle> functions = new HashMap<>();
  private final MemorySegment handlerBefore;

  /**
   * Loads both libraries; {@code --enable-native-access} must allow it.
   *
   * @throws ScreenException if this machine has none
   */
  @SuppressWarnings("restricted")
  XLibrary() {
    try {
      SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
      symbols = x11.or(SymbolLookup.libraryLookup("libXi.so.6", Arena.global()));
    } catch (IllegalArgumentException none) {
      arena.close();
      throw ScreenException.of(none, "screen.noServer", System.getProperty("os.name"));
    }
    handlerBefore = address("XSetErrorHandler", ignoringErrors());
  }

  /** X ends a process at its first error, such as a window that was closed meanwhile. */
  @SuppressWarnings("restricted")
  private MemorySegment ignoringErrors() {
    try {
      MethodHandle ignore =
          MethodHandles.lookup()
              .findStatic(
                  XLibrary.class,
                  "ignore",
                  MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class));
      return linker.upcallStub(ignore, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS), arena);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int ignore(MemorySegment display, MemorySegment error) {
    return 0;
  }

  /** Memory for arguments and results, until this is closed. */
  MemorySegment memory(long bytes) {
    return arena.allocate(bytes, Long.BYTES);
  }

  /** A name as C writes it. */
  MemorySegment text(String text) {
    return arena.allocateFrom(text);
  }

  /** What a pointer of X points at, as so many bytes. */
  @SuppressWarnings("restricted")
  static MemorySegment at(MemorySegment pointer, long bytes) {
    return pointer.reinterpret(bytes);
  }

  /** Calls a function that gives an {@code int}. */
  int integer(String name, Object... args) {
    return (int) call(name, JAVA_INT, args);
  }

  /** Calls a function that gives an {@code unsigned long}. */
  long number(String name, Object... args) {
    return (long) call(name, JAVA_LONG, args);
  }

  /** Calls a function that gives an {@code unsigned char}. */
  int octet(String name, Object... args) {
    return (byte) call(name, JAVA_BYTE, args) & 255;
  }

  /** Calls a function that gives a pointer. */
  MemorySegment address(String name, Object... args) {
    return (MemorySegment) call(name, ADDRESS, args);
  }

  private Object call(String name, MemoryLayout result, Object... args) {
    MethodHandle function = functions.computeIfAbsent(name, n -> function(n, result, args));
    try {
      return function.invokeWithArguments(args);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
  }

  @SuppressWarnings("restricted")
  private MethodHandle function(String name, MemoryLayout result, Object... args) {
    MemoryLayout[] layouts = new MemoryLayout[args.length];
    for (int i = 0; i < args.length; i++) {
      layouts[i] =
          switch (args[i]) {
            case Integer whole -> JAVA_INT;
            case Long number -> JAVA_LONG;
            case MemorySegment pointer -> ADDRESS;
            default -> throw new IllegalArgumentException(name + ": " + args[i]);
          };
    }
    return linker.downcallHandle(
        symbols.find(name).orElseThrow(), FunctionDescriptor.of(result, layouts));
  }

  @Override
  public void close() {
    address("XSetErrorHandler", handlerBefore);
    arena.close();
  }
}
