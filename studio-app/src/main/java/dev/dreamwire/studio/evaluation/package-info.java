/** Measuring the preset in front, and the report of it. */
package dev.dreamwire.studio.evaluation;
