/** The presets to begin with, as pictures. */
package dev.dreamwire.studio.templates;
