/** What is kept of a game: takes of it as videos or pictures, written beside play. */
package dev.dreamwire.runtime.capture;
