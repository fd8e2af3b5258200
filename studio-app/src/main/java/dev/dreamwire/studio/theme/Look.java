package dev.dreamwire.studio.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The window's colours. */
public enum Look {
  /** Calm and dark. */
  DARK(new PrimerDark().getUserAgentStylesheet()),
  /** Bright. */
  LIGHT(new PrimerLight().getUserAgentStylesheet());

  private final String stylesheet;

  Look(String stylesheet) {
    this.stylesheet = stylesheet;
  }

  /** Address of the user-agent stylesheet. */
  public String stylesheet() {
    return stylesheet;
  }

  /** The other one. */
  public Look other() {
    return this == DARK ? LIGHT : DARK;
  }
}
