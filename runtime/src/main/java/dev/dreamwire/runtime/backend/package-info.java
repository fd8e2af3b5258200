/** Where a program runs. */
package dev.dreamwire.runtime.backend;
