/** Preset files, the catalogue of those that ship, and where files are found. */
package dev.dreamwire.runtime.preset;
