/** The studiox27s window. */
package dev.dreamwire.studio;
