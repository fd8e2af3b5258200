/** Plans a graph, compiles it and runs it frame by frame. */
package dev.dreamwire.runtime.engine;
