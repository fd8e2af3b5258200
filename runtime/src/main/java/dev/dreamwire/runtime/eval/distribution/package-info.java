/** How far two sets of short clips are apart, by features that nothing was learned for. */
package dev.dreamwire.runtime.eval.distribution;
