/** The built-in node types, a file each. */
package dev.dreamwire.runtime.node;
