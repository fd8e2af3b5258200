/** Recordings and data sets. */
package dev.dreamwire.runtime.data;
