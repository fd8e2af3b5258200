/** What learns: a loss written against the operations, and a step that lowers it. */
package dev.dreamwire.runtime.tensor.learn;
