package dev.dreamwire.studio.shell;

import javafx.beans.property.BooleanProperty;

/**
 * What the menus can do to the window.
 *
 * @param smooth whether the viewport smooths pixels
 * @param overlay whether the viewport shows figures
 * @param problemsShown whether the problems panel is open
 * @param outlineShown whether the graph is shown as a table too
 * @param leftShown whether scenes and library are open
 * @param rightShown whether viewport and inspector are open
 * @param fullscreen fills the screen with the viewport, or goes back
 * @param fit brings the whole graph into sight
 * @param screenshot keeps the present picture as a file
 * @param record starts or ends a clip
 * @param showTemplates shows what a new preset can begin with
 * @param exportPicture writes the present picture with the preset in it
 * @param compare tells in what the preset differs from another
 * @param evaluate measures the preset in front
 * @param train trains models from a recording
 * @param changeKeys shows which keys do what in the graph, and changes them
 * @param showKeys shows which keys do what
 * @param showAbout shows what this program is
 * @param quit closes the window
 */
record WindowActions(
    BooleanProperty smooth,
    BooleanProperty overlay,
    BooleanProperty problemsShown,
    BooleanProperty outlineShown,
    BooleanProperty leftShown,
    BooleanProperty rightShown,
    Runnable fullscreen,
    Runnable fit,
    Runnable screenshot,
    Runnable record,
    Runnable showTemplates,
    Runnable exportPicture,
    Runnable compare,
    Runnable evaluate,
    Runnable train,
    Runnable changeKeys,
    Runnable showKeys,
    Runnable showAbout,
    Runnable quit) {}
