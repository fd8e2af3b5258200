/** The node types that can be added. */
package dev.dreamwire.studio.library;
