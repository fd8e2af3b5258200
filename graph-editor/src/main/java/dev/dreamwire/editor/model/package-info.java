/** What the editor shows and what a person has chosen, as observable properties. */
package dev.dreamwire.editor.model;
