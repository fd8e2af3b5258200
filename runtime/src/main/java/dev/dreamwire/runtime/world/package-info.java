/** The built-in world, a true simulator: data source, ghost and truth. */
package dev.dreamwire.runtime.world;
