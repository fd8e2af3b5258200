/** How fast a model of the size of Oasis runs on this machine, with weights that are made up. */
package dev.dreamwire.runtime.oasis.speed;
