/** The window: its parts, menus and life. */
package dev.dreamwire.studio.shell;
