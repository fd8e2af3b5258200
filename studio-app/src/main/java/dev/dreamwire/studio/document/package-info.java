/** The preset that is open, and its files. */
package dev.dreamwire.studio.document;
