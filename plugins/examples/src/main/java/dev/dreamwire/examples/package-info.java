/** Example plugins. */
package dev.dreamwire.examples;
