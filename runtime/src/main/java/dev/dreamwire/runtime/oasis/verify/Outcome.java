package dev.dreamwire.runtime.oasis.verify;

/**
 * One tensor, recomputed and compared.
 *
 * @param reading what computed it: a backend's id, or {@code java} for plain code
 * @param tensor its file and name, such as {@code dit_forward.out}
 * @param relative norm of the errors over the norm of the golden values
 * @param largest largest error over the largest golden value; for an absolute limit, the largest
 *     error
 * @param limit that it was held to
 * @param ok whether it is within the limit; numbers that are not finite never are
 */
public record Outcome(
    String reading, String tensor, double relative, double largest, Limit limit, boolean ok) {
  /** Compares values with golden ones of the same count; shapes may differ in how they nest. */
  static Outcome of(String reading, String tensor, Numbers is, Numbers golden, Limit limit) {
    double[] a = is.values();
    double[] b = golden.values();
    if (a.length != b.length) {
      throw new IllegalStateException(
          tensor + " was computed in shape " + is.shape() + ", golden is " + golden.shape());
    }
    double difference = 0;
    double norm = 0;
    double worst = 0;
    double greatest = 0;
    boolean finite = true;
    for (int i = 0; i < a.length; i++) {
      double error = Math.abs(a[i] - b[i]);
      finite &= Double.isFinite(error);
      difference += error * error;
      norm += b[i] * b[i];
      worst = Math.max(worst, error);
      greatest = Math.max(greatest, Math.abs(b[i]));
    }
    double relative = ratio(Math.sqrt(difference), Math.sqrt(norm));
    double largest = limit.absolute() ? worst : ratio(worst, greatest);
    boolean within = largest <= limit.value() && (limit.absolute() || relative <= limit.value());
    return new Outcome(reading, tensor, relative, largest, limit, finite && within);
  }

  private static double ratio(double error, double size) {
    return error == 0 ? 0 : error / size;
  }
}
