/** The graph as a document: nodes, wires, checks, edits, the preset file. */
package dev.dreamwire.runtime.graph;
