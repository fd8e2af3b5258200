/** The graph as a table: an equal way in for those who do not see or use the canvas. */
package dev.dreamwire.editor.outline;
