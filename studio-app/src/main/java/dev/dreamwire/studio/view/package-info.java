/** What all views share. */
package dev.dreamwire.studio.view;
