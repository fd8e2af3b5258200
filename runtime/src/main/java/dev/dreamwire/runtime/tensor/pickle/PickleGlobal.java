package dev.dreamwire.runtime.tensor.pickle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The names of Python that a pickle may use. They are known here, never looked up or called. */
public enum PickleGlobal {
  REBUILD_TENSOR(null, "torch._utils _rebuild_tensor_v2"),
  REBUILD_PARAMETER(null, "torch._utils _rebuild_parameter"),
  ORDERED_DICT(null, "collections OrderedDict"),
  RECONSTRUCT(null, "numpy.core.multiarray _reconstruct", "numpy._core.multiarray _reconstruct"),
  NDARRAY(null, "numpy ndarray"),
  DTYPE(null, "numpy dtype"),
  ENCODE(null, "_codecs encode"),
  DOUBLES(ElementKind.F64, "torch DoubleStorage"),
  FLOATS(ElementKind.F32, "torch FloatStorage"),
  HALVES(ElementKind.F16, "torch HalfStorage"),
  BFLOATS(ElementKind.BF16, "torch BFloat16Storage"),
  LONGS(ElementKind.I64, "torch LongStorage"),
  INTS(ElementKind.I32, "torch IntStorage"),
  SHORTS(ElementKind.I16, "torch ShortStorage"),
  CHARS(ElementKind.I8, "torch CharStorage"),
  BYTES(ElementKind.U8, "torch ByteStorage"),
  BOOLS(ElementKind.BOOL, "torch BoolStorage");

  private final ElementKind storage;
  private final List<String> names;

  PickleGlobal(ElementKind storage, String... names) {
    this.storage = storage;
    this.names = List.of(names);
  }

  /** What a storage of this name holds, if it is one. */
  Optional<ElementKind> storage() {
    return Optional.ofNullable(storage);
  }

  /** The allowed name of a module and attribute, if it is one. */
  static Optional<PickleGlobal> find(String module, String attribute) {
    String name = module + " " + attribute;
    return Arrays.stream(values()).filter(g -> g.names.contains(name)).findFirst();
  }
}
