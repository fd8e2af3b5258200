/**
 * The released Oasis model in this program: its file layout, its actions, its prompts (open-oasis).
 */
package dev.dreamwire.runtime.oasis;
