package dev.dreamwire.studio.inspector;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.Node;

/** Yes or no. */
final class ToggleControl implements ParamControl {
  private final ToggleSwitch toggle = new ToggleSwitch();
  private boolean showing;

  ToggleControl(ParamEdits edits) {
    toggle
        .selectedProperty()
        .subscribe(
            (was, is) -> {
              if (!showing) {
                edits.set(is, true);
              }
            });
  }

  @Override
  public Node node() {
    return toggle;
  }

  @Override
  public void show(Object value) {
    showing = true;
    toggle.setSelected(Boolean.TRUE.equals(value));
    showing = false;
  }

  @Override
  public void describe(String name) {
    toggle.setAccessibleText(name);
  }
}
