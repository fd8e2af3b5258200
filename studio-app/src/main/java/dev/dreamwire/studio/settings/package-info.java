/** The settings of the preset in front: chosen, shown and saved. */
package dev.dreamwire.studio.settings;
