/** What the editor says, and where it gets the names of nodes, ports and parameters from. */
package dev.dreamwire.editor.text;
