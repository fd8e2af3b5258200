/** What keys do: all actions, and which keys do them. */
package dev.dreamwire.editor.command;
