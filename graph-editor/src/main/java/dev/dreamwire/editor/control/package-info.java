/** Controls for values that are more than a word: colours, curves and keys. */
package dev.dreamwire.editor.control;
