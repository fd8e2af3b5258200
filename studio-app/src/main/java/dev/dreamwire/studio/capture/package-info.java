/** What is kept of a game: pictures and clips. */
package dev.dreamwire.studio.capture;
