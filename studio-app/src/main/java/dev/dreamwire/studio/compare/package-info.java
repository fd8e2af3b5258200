/** In what presets differ. */
package dev.dreamwire.studio.compare;
