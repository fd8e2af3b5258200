/** What an evaluation found, and how a person reads it: values, tables, plots and film strips. */
package dev.dreamwire.runtime.eval.report;
