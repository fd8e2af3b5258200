package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.eval.report.Section;
import java.io.IOException;
import java.util.function.DoubleConsumer;

/** One way to measure a world model, with a control that shows that it can fail. */
interface Protocol {
  /**
   * Measures. Blocks its thread.
   *
   * @param lab what is measured, and with what
   * @param progress is told the share that is done, 0..1
   * @throws EvalException if this cannot be measured
   * @throws IOException if the report's folder cannot be written
   */
  Section measure(Lab lab, DoubleConsumer progress) throws IOException;
}
