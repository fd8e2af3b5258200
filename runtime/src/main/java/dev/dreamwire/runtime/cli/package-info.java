/** The command line. */
package dev.dreamwire.runtime.cli;
