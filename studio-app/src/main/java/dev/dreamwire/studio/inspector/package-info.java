/** What there is to know and to set about the selected node. */
package dev.dreamwire.studio.inspector;
