package dev.dreamwire.runtime.tensor.cost;

/**
 * What a piece of a program costs.
 *
 * @param productFlops floating-point operations of matrix products, two for each multiply-add
 * @param otherFlops operations of everything else, one for each result (norms and softmax count
 *     five)
 * @param bytes read and written by all operations if nothing were fused, at four bytes a value
 * @param parameters values of the weights that are read
 */
public record Cost(long productFlops, long otherFlops, long bytes, long parameters) {
  public static final Cost NONE = new Cost(0, 0, 0, 0);

  /** All operations. */
  public long flops() {
    return productFlops + otherFlops;
  }

  /** Both together. */
  public Cost plus(Cost other) {
    return new Cost(
        productFlops + other.productFlops,
        otherFlops + other.otherFlops,
        bytes + other.bytes,
        parameters + other.parameters);
  }
}
