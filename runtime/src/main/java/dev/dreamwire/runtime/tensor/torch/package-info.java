/** Models run operation by operation in libtorch: the reading that others are held against. */
package dev.dreamwire.runtime.tensor.torch;
