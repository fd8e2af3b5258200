/** Real controls that float above the canvas: palette, fields being edited, hints, tools. */
package dev.dreamwire.editor.overlay;
