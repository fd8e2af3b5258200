/**
 * Example plugins: one node that is mathematics, and one that lives outside of the program. Copy
 * this module to write your own; it needs nothing but the node API.
 */
package dev.dreamwire.examples;
