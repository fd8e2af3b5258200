package dev.dreamwire.runtime.tensor.pickle;

import dev.dreamwire.runtime.tensor.pickle.PickleValue.Array;
import dev.dreamwire.runtime.tensor.pickle.PickleValue.Bool;
import dev.dreamwire.runtime.tensor.pickle.PickleValue.Bytes;
import dev.dreamwire.runtime.tensor.pickle.PickleValue.Dict;
import dev.dreamwire.runtime.tensor.pickle.PickleValue.Global;
import dev.dreamwire.runtime.tensor.pickle.PickleValue.Int;
import dev.dreamwire.runtime.tensor.pickle.PickleValue.None;
import dev.dreamwire.runtime.tensor.pickle.PickleValue.Real;
import dev.dreamwire.runtime.tensor.pickle.PickleValue.Sequence;
import dev.dreamwire.runtime.tensor.pickle.PickleValue.Storage;
import dev.dreamwire.runtime.tensor.pickle.PickleValue.Tensor;
import dev.dreamwire.runtime.tensor.pickle.PickleValue.Text;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a pickle (Python's {@code pickletools} describes the opcodes) and runs nothing of it: names
 * outside {@link PickleGlobal} and opcodes that plain values do not need are refused where they
 * stand. Used once, by one thread.
 */
public final class Unpickler {
  private static final int MOST_AXES = 16;
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  private final String source;
  private final ByteBuffer in;
  private final List<PickleValue> stack = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();
  private final Map<Integer, PickleValue> memo = new HashMap<>();
  private int at;

  private Unpickler(String source, byte[] pickle) {
    this.source = source;
    this.in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads a pickle.
   *
   * @param source what it is called in complaints
   * @throws PickleException if it is broken or asks for more than plain values
   */
  public static PickleValue read(String source, byte[] pickle) throws PickleException {
    Unpickler reader = new Unpickler(source, pickle);
    try {
      return reader.run();
    } catch (BufferUnderflowException e) {
      throw reader.problem("it ends in the middle; is the file complete?");
    }
  }

  private PickleValue run() throws PickleException {
    while (true) {
      at = in.position();
      int opcode = in.get() & 0xff;
      if (opcode == '.') {
        return pop();
      }
      step(opcode);
    }
  }

  private void step(int opcode) throws PickleException {
    switch (opcode) {
      case 0x80 -> in.get();
      case 0x95 -> in.getLong();
      case '(' -> marks.add(stack.size());
      case 'N' -> push(new None());
      case 0x88 -> push(new Bool(true));
      case 0x89 -> push(new Bool(false));
      case 'K' -> push(new Int(in.get() & 0xff));
      case 'M' -> push(new Int(in.getShort() & 0xffff));
      case 'J' -> push(new Int(in.getInt()));
      case 0x8a -> push(new Int(longOf(bytes(in.get() & 0xff))));
      case 'G' -> push(new Real(in.order(ByteOrder.BIG_ENDIAN).getDouble()));
      case 'X' -> push(text(in.getInt()));
      case 0x8c -> push(text(in.get() & 0xff));
      case 'U' -> push(text(in.get() & 0xff));
      case 'B' -> push(new Bytes(bytes(in.getInt())));
      case 'C' -> push(new Bytes(bytes(in.get() & 0xff)));
      case ']' -> push(Sequence.empty());
      case '}' -> push(Dict.empty());
      case ')' -> push(new Sequence(List.of()));
      case 0x85 -> push(new Sequence(List.copyOf(take(1))));
      case 0x86 -> push(new Sequence(List.copyOf(take(2))));
      case 0x87 -> push(new Sequence(List.copyOf(take(3))));
      case 't' -> push(new Sequence(List.copyOf(marked())));
      case 'a' -> append(take(1));
      case 'e' -> append(marked());
      case 's' -> put(take(2));
      case 'u' -> put(marked());
      case 'q' -> memo.put(in.get() & 0xff, top());
      case 'r' -> memo.put(in.getInt(), top());
      case 0x94 -> memo.put(memo.size(), top());
      case 'h' -> push(remembered(in.get() & 0xff));
      case 'j' -> push(remembered(in.getInt()));
      case 'c' -> push(global(line(), line()));
      case 0x93 -> {
        List<PickleValue> name = take(2);
        push(global(string(name.get(0)), string(name.get(1))));
      }
      case 'Q' -> push(storage(pop()));
      case 'R' -> {
        List<PickleValue> call = take(2);
        push(reduce(call.get(0), items(call.get(1))));
      }
      case 'b' -> build(pop());
      default ->
          throw problem(
              String.format("opcode 0x%02x is not one that tensors and plain values need", opcode));
    }
    in.order(ByteOrder.LITTLE_ENDIAN);
  }

  private PickleValue global(String module, String attribute) throws PickleException {
    Optional<PickleGlobal> name = PickleGlobal.find(module, attribute);
    if (name.isEmpty()) {
      throw problem(
          "it asks for "
              + shortened(module + "." + attribute)
              + ", which could run anything; only tensors and plain values are read");
    }
    return new Global(name.get());
  }

  private PickleValue storage(PickleValue id) throws PickleException {
    List<PickleValue> parts = items(id);
    if (parts.size() != 5
        || !string(parts.get(0)).equals("storage")
        || !(parts.get(1) instanceof Global kind)
        || kind.name().storage().isEmpty()) {
      throw problem("a reference to something that is no tensor's storage");
    }
    long count = number(parts.get(4));
    if (count < 0 || count > MOST_BYTES / kind.name().storage().get().bytes()) {
      throw problem("a storage of " + count + " elements; most is 2 GiB");
    }
    return new Storage(kind.name().storage().get(), string(parts.get(2)), count);
  }

  private PickleValue reduce(PickleValue function, List<PickleValue> arguments)
      throws PickleException {
    if (!(function instanceof Global called)) {
      throw problem("a call of something that is no function");
    }
    return switch (called.name()) {
      case ORDERED_DICT -> orderedDict(arguments);
      case REBUILD_TENSOR -> tensor(arguments);
      case REBUILD_PARAMETER -> argument(arguments, 0);
      case RECONSTRUCT -> Array.empty();
      case DTYPE -> argument(arguments, 0);
      case ENCODE ->
          new Bytes(string(argument(arguments, 0)).getBytes(StandardCharsets.ISO_8859_1));
      default -> throw problem("a call of " + called.name() + ", which is no function");
    };
  }

  private Dict orderedDict(List<PickleValue> arguments) throws PickleException {
    Dict out = Dict.empty();
    if (!arguments.isEmpty()) {
      for (PickleValue pair : items(arguments.getFirst())) {
        List<PickleValue> entry = items(pair);
        out.entries().put(argument(entry, 0), argument(entry, 1));
      }
    }
    return out;
  }

  private Tensor tensor(List<PickleValue> arguments) throws PickleException {
    if (!(argument(arguments, 0) instanceof Storage storage)) {
      throw problem("a tensor without a storage");
    }
    long offset = number(argument(arguments, 1));
    long[] shape = numbers(argument(arguments, 2));
    long[] stride = numbers(argument(arguments, 3));
    if (shape.length != stride.length || shape.length > MOST_AXES) {
      throw problem("a tensor whose sizes and strides do not fit each other");
    }
    long last = offset;
    long count = 1;
    try {
      for (int i = 0; i < shape.length; i++) {
        if (shape[i] < 0 || stride[i] < 0) {
          throw problem("a tensor with a negative size or stride");
        }
        count = Math.multiplyExact(count, shape[i]);
        last = Math.addExact(last, Math.multiplyExact(Math.max(0, shape[i] - 1), stride[i]));
      }
    } catch (ArithmeticException e) {
      throw problem("a tensor too large to exist");
    }
    if (offset < 0 || count > storage.count() || count > 0 && last >= storage.count()) {
      throw problem(
          "a tensor of "
              + count
              + " elements to element "
              + last
              + ", in a storage of "
              + storage.count());
    }
    return new Tensor(storage, offset, shape, stride);
  }

  /** A dtype's state says only its byte order and an ordered dictionary's its attributes. */
  private void build(PickleValue state) throws PickleException {
    switch (top()) {
      case Array array -> array.state().addAll(items(state));
      case Text ignored -> {
        List<PickleValue> parts = items(state);
        if (parts.size() > 1 && parts.get(1) instanceof Text order && order.value().equals(">")) {
          throw problem("an array in big-endian order is not read");
        }
      }
      case Dict ignored -> {}
      default -> throw problem("a state for something that has none");
    }
  }

  private void append(List<PickleValue> items) throws PickleException {
    if (!(top() instanceof Sequence list) || !(list.items() instanceof ArrayList)) {
      throw problem("items are added to something that is no list");
    }
    list.items().addAll(items);
  }

  private void put(List<PickleValue> flat) throws PickleException {
    if (!(top() instanceof Dict dict) || flat.size() % 2 != 0) {
      throw problem("entries are added to something that is no dictionary");
    }
    for (int i = 0; i < flat.size(); i += 2) {
      if (!(flat.get(i) instanceof Text || flat.get(i) instanceof Int)) {
        throw problem("a dictionary's key that is neither text nor whole number");
      }
      dict.entries().put(flat.get(i), flat.get(i + 1));
    }
  }

  private void push(PickleValue value) {
    stack.add(value);
  }

  private PickleValue top() throws PickleException {
    if (stack.isEmpty()) {
      throw problem("a value is missing");
    }
    return stack.getLast();
  }

  private PickleValue pop() throws PickleException {
    top();
    return stack.removeLast();
  }

  private List<PickleValue> take(int count) throws PickleException {
    if (stack.size() < count) {
      throw problem("a value is missing");
    }
    return cut(stack.size() - count);
  }

  private List<PickleValue> marked() throws PickleException {
    if (marks.isEmpty() || marks.getLast() > stack.size()) {
      throw problem("a mark is missing");
    }
    return cut(marks.removeLast());
  }

  private List<PickleValue> cut(int from) {
    List<PickleValue> tail = stack.subList(from, stack.size());
    List<PickleValue> out = new ArrayList<>(tail);
    tail.clear();
    return out;
  }

  private PickleValue remembered(int key) throws PickleException {
    PickleValue value = memo.get(key);
    if (value == null) {
      throw problem("it recalls a value that it never noted");
    }
    return value;
  }

  private static PickleValue argument(List<PickleValue> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : new None();
  }

  private List<PickleValue> items(PickleValue value) throws PickleException {
    if (value instanceof Sequence list) {
      return list.items();
    }
    throw problem("expected a list");
  }

  private String string(PickleValue value) throws PickleException {
    if (value instanceof Text text) {
      return text.value();
    }
    throw problem("expected a text");
  }

  private long number(PickleValue value) throws PickleException {
    if (value instanceof Int number) {
      return number.value();
    }
    throw problem("expected a whole number");
  }

  private long[] numbers(PickleValue value) throws PickleException {
    List<PickleValue> list = items(value);
    long[] out = new long[list.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = number(list.get(i));
    }
    return out;
  }

  private Text text(int length) throws PickleException {
    return new Text(new String(bytes(length), StandardCharsets.UTF_8));
  }

  private byte[] bytes(int length) throws PickleException {
    if (length < 0 || length > in.remaining()) {
      throw problem(Integer.toUnsignedString(length) + " bytes are announced, fewer are there");
    }
    byte[] out = new byte[length];
    in.get(out);
    return out;
  }

  private long longOf(byte[] littleEndian) throws PickleException {
    if (littleEndian.length > Long.BYTES) {
      throw problem("a whole number of " + littleEndian.length + " bytes");
    }
    long out = 0;
    for (int i = littleEndian.length - 1; i >= 0; i--) {
      out = out << 8 | littleEndian[i] & 0xff;
    }
    int unused = Long.SIZE - 8 * littleEndian.length;
    return littleEndian.length == 0 ? 0 : out << unused >> unused;
  }

  private String line() {
    StringBuilder out = new StringBuilder();
    for (char c = (char) (in.get() & 0xff); c != '\n'; c = (char) (in.get() & 0xff)) {
      out.append(c);
    }
    return out.toString();
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private PickleException problem(String problem) {
    return new PickleException(source, at, problem);
  }
}
