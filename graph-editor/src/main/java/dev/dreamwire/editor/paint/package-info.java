/** How the graph looks: one canvas, drawn with the colours of the window's theme. */
package dev.dreamwire.editor.paint;
