/** The studio's window. */
package dev.dreamwire.studio;
