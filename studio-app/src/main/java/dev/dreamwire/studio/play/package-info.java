/** A game that runs, as the window sees it. */
package dev.dreamwire.studio.play;
