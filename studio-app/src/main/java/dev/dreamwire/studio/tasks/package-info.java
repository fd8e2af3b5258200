/** Work beside the window's thread. */
package dev.dreamwire.studio.tasks;
