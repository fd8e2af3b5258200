/** The picture that is played in. */
package dev.dreamwire.studio.viewport;
