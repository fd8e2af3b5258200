/** Recording what a person plays: pictures of the screen, with the keys and mouse at that time. */
package dev.dreamwire.runtime.screen;
