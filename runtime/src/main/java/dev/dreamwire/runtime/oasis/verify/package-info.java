/** Holds what this program computes against what the reference computed. */
package dev.dreamwire.runtime.oasis.verify;
