/** What a person does with the pointer and the keys: a class for each gesture, one at a time. */
package dev.dreamwire.editor.gesture;
