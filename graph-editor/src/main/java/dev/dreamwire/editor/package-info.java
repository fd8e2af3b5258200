/** A JavaFX control that shows and edits any graph. */
package dev.dreamwire.editor;
