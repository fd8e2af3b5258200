package dev.dreamwire.studio.shell;

import javafx.beans.property.BooleanProperty;

/**
 * What the menus can do to the window.
 *
 * @param smooth whether the viewport smooths pixels
 * @param overlay whether the viewport shows figures
 * @param problemsShown whether the problems panel is open
 * @param fullscreen fills the screen with the viewport, or goes back
 * @param fit brings the whole graph into sight
 * @param screenshot keeps the present picture as a file
 * @param record starts or ends a clip
 * @param showKeys shows which keys do what
 * @param showAbout shows what this program is
 * @param quit closes the window
 */
record WindowActions(
    BooleanProperty smooth,
    BooleanProperty overlay,
    BooleanProperty problemsShown,
    Runnable fullscreen,
    Runnable fit,
    Runnable screenshot,
    Runnable record,
    Runnable showKeys,
    Runnable showAbout,
    Runnable quit) {}
