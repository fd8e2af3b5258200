/** Small pictures of what the nodes of a running graph make. */
package dev.dreamwire.studio.pictures;
