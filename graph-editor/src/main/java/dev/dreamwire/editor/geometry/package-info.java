/** Where things are: the camera, nodes, ports, fields and wires. Pure; needs no window. */
package dev.dreamwire.editor.geometry;
