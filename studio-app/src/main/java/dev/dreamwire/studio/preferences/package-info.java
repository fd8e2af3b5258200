/** What a person chose and wants to find again. */
package dev.dreamwire.studio.preferences;
