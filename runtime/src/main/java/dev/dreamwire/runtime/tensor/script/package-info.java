/** The reading that writes TorchScript source, and the training step compiled from it. */
package dev.dreamwire.runtime.tensor.script;
