/** What goes wrong, and how it is told. */
package dev.dreamwire.studio.errors;
