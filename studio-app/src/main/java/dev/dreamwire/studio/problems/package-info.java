/** What is wrong with the graph, and where. */
package dev.dreamwire.studio.problems;
