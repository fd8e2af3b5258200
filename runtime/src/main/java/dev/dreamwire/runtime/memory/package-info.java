/** What a game has seen before, found again by where the player stands and looks. */
package dev.dreamwire.runtime.memory;
