/** Sentences for people from resource bundles. */
package dev.dreamwire.runtime.text;
