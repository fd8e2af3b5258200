/** The window's colours. */
package dev.dreamwire.studio.theme;
