/** Where play starts. */
package dev.dreamwire.studio.scenes;
