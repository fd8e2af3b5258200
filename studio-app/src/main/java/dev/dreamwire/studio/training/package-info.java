/** Training models from recordings, watched from the window. */
package dev.dreamwire.studio.training;
