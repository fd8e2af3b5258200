/** Weight files in the safetensors format (huggingface.co/docs/safetensors). */
package dev.dreamwire.runtime.tensor.safetensors;
