package dev.dreamwire.studio.viewport;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;

/**
 * What the buttons under the picture do beside play itself.
 *
 * @param smooth whether pixels are smoothed
 * @param overlay whether figures are shown
 * @param recording whether a clip is being written
 * @param screenshot keeps the present picture as a file
 * @param record starts or ends a clip
 * @param fullscreen fills the screen with the picture, or goes back
 */
public record ViewportActions(
    BooleanProperty smooth,
    BooleanProperty overlay,
    ReadOnlyBooleanProperty recording,
    Runnable screenshot,
    Runnable record,
    Runnable fullscreen) {}
