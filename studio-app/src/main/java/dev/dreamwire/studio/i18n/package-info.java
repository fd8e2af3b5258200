/** The window's languages and sentences. */
package dev.dreamwire.studio.i18n;
