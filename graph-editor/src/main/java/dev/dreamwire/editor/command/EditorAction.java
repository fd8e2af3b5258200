package dev.dreamwire.editor.command;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import dev.dreamwire.editor.model.Arrangement.Line;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Everything that a key can do, each with a title and the keys that it has at first. */
public enum EditorAction {
  ADD(Group.ADD, Commands::openPalette, key(KeyCode.TAB)),
  WIRE(Group.ADD, Commands::wire, key(KeyCode.W)),
  CONNECT(Group.ADD, Commands::openWires, key(KeyCode.C)),
  REROUTE(Group.ADD, Commands::reroute, key(KeyCode.G)),
  REPLACE(Group.ADD, Commands::openReplacements, key(KeyCode.R)),
  FRAME(Group.ADD, c -> c.annotations().frame(), key(KeyCode.J, SHORTCUT_DOWN)),
  COMMENT(Group.ADD, c -> c.annotations().comment(), key(KeyCode.N)),
  EDIT(Group.EDIT, Commands::edit, key(KeyCode.ENTER)),
  RENAME(Group.EDIT, Commands::rename, key(KeyCode.F2)),
  RESET(Group.EDIT, Commands::reset, key(KeyCode.BACK_SPACE, ALT_DOWN)),
  DELETE(Group.EDIT, Commands::delete, keys(KeyCode.DELETE, KeyCode.BACK_SPACE, KeyCode.X)),
  DISSOLVE(Group.EDIT, Commands::dissolve, key(KeyCode.DELETE, SHORTCUT_DOWN)),
  DETACH(Group.EDIT, Commands::detach, key(KeyCode.D, ALT_DOWN)),
  DUPLICATE(Group.EDIT, Commands::duplicate, key(KeyCode.D, SHORTCUT_DOWN)),
  COPY(Group.EDIT, Commands::copy, key(KeyCode.C, SHORTCUT_DOWN)),
  CUT(Group.EDIT, Commands::cut, key(KeyCode.X, SHORTCUT_DOWN)),
  PASTE(Group.EDIT, Commands::paste, key(KeyCode.V, SHORTCUT_DOWN)),
  UNDO(Group.EDIT, Commands::undo, key(KeyCode.Z, SHORTCUT_DOWN)),
  REDO(
      Group.EDIT,
      Commands::redo,
      both(key(KeyCode.Y, SHORTCUT_DOWN), key(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN))),
  MENU(
      Group.STATE,
      c -> c.states().openMenu(),
      both(key(KeyCode.CONTEXT_MENU), key(KeyCode.F10, SHIFT_DOWN))),
  MUTE(Group.STATE, c -> c.states().toggle(Mode.MUTED), key(KeyCode.M, SHORTCUT_DOWN)),
  BYPASS(Group.STATE, c -> c.states().toggle(Mode.BYPASSED), key(KeyCode.B, SHORTCUT_DOWN)),
  FREEZE(Group.STATE, c -> c.states().toggle(Mode.FROZEN), key(KeyCode.Z, ALT_DOWN)),
  COLLAPSE(Group.STATE, c -> c.states().collapse(), key(KeyCode.H)),
  PIN(Group.STATE, c -> c.states().pin(), key(KeyCode.P)),
  PICTURE(Group.STATE, c -> c.states().picture(), key(KeyCode.T)),
  GROUP(Group.SUBGRAPH, c -> c.subgraphs().group(), key(KeyCode.G, SHORTCUT_DOWN)),
  UNGROUP(Group.SUBGRAPH, c -> c.subgraphs().ungroup(), key(KeyCode.G, SHORTCUT_DOWN, SHIFT_DOWN)),
  ENTER_GROUP(
      Group.SUBGRAPH,
      c -> c.subgraphs().enter(),
      both(key(KeyCode.I), key(KeyCode.DOWN, ALT_DOWN))),
  LEAVE_GROUP(
      Group.SUBGRAPH, c -> c.subgraphs().leave(), both(key(KeyCode.U), key(KeyCode.UP, ALT_DOWN))),
  PROMOTE(Group.SUBGRAPH, c -> c.subgraphs().openPromotions(), key(KeyCode.E)),
  RETITLE(Group.SUBGRAPH, c -> c.subgraphs().retitle(), key(KeyCode.F2, SHIFT_DOWN)),
  PUBLISH(Group.SUBGRAPH, c -> c.subgraphs().publish(), key(KeyCode.L, SHORTCUT_DOWN, SHIFT_DOWN)),
  SELECT_ALL(Group.SELECT, Commands::selectAll, key(KeyCode.A, SHORTCUT_DOWN)),
  SELECT_CONNECTED(Group.SELECT, Commands::selectConnected, key(KeyCode.L)),
  ESCAPE(Group.SELECT, Commands::escape, key(KeyCode.ESCAPE)),
  GO_LEFT(Group.SELECT, c -> c.go(-1, 0), key(KeyCode.LEFT)),
  GO_RIGHT(Group.SELECT, c -> c.go(1, 0), key(KeyCode.RIGHT)),
  GO_UP(Group.SELECT, c -> c.go(0, -1), key(KeyCode.UP)),
  GO_DOWN(Group.SELECT, c -> c.go(0, 1), key(KeyCode.DOWN)),
  FIND(Group.SELECT, Commands::openNodes, key(KeyCode.F, SHORTCUT_DOWN)),
  NUDGE_LEFT(Group.ARRANGE, c -> c.nudge(-1, 0), key(KeyCode.LEFT, SHORTCUT_DOWN)),
  NUDGE_RIGHT(Group.ARRANGE, c -> c.nudge(1, 0), key(KeyCode.RIGHT, SHORTCUT_DOWN)),
  NUDGE_UP(Group.ARRANGE, c -> c.nudge(0, -1), key(KeyCode.UP, SHORTCUT_DOWN)),
  NUDGE_DOWN(Group.ARRANGE, c -> c.nudge(0, 1), key(KeyCode.DOWN, SHORTCUT_DOWN)),
  ARRANGE(Group.ARRANGE, Commands::arrange, key(KeyCode.F, SHORTCUT_DOWN, SHIFT_DOWN)),
  ALIGN_LEFT(Group.ARRANGE, c -> c.align(Line.LEFT), key(KeyCode.L, ALT_DOWN)),
  ALIGN_CENTRE(Group.ARRANGE, c -> c.align(Line.CENTRE), key(KeyCode.C, ALT_DOWN)),
  ALIGN_RIGHT(Group.ARRANGE, c -> c.align(Line.RIGHT), key(KeyCode.R, ALT_DOWN)),
  ALIGN_TOP(Group.ARRANGE, c -> c.align(Line.TOP), key(KeyCode.T, ALT_DOWN)),
  ALIGN_MIDDLE(Group.ARRANGE, c -> c.align(Line.MIDDLE), key(KeyCode.M, ALT_DOWN)),
  ALIGN_BOTTOM(Group.ARRANGE, c -> c.align(Line.BOTTOM), key(KeyCode.B, ALT_DOWN)),
  DISTRIBUTE_ACROSS(Group.ARRANGE, c -> c.distribute(true), key(KeyCode.H, ALT_DOWN)),
  DISTRIBUTE_DOWN(Group.ARRANGE, c -> c.distribute(false), key(KeyCode.V, ALT_DOWN)),
  FIT(Group.VIEW, Commands::fit, keys(KeyCode.F, KeyCode.HOME)),
  FIT_SELECTION(Group.VIEW, Commands::fitSelection, key(KeyCode.PERIOD)),
  ZOOM_IN(
      Group.VIEW,
      c -> c.zoomBy(1.25),
      with(SHORTCUT_DOWN, KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)),
  ZOOM_OUT(Group.VIEW, c -> c.zoomBy(0.8), with(SHORTCUT_DOWN, KeyCode.MINUS, KeyCode.SUBTRACT)),
  LIFE_SIZE(Group.VIEW, Commands::lifeSize, key(KeyCode.DIGIT0, SHORTCUT_DOWN)),
  PICTURES(Group.VIEW, Commands::togglePictures, key(KeyCode.T, SHIFT_DOWN)),
  OUTLINE(Group.VIEW, Commands::toggleOutline, key(KeyCode.O)),
  ACTIONS(Group.VIEW, Commands::openActions, key(KeyCode.P, SHORTCUT_DOWN, SHIFT_DOWN)),
  KEYS(Group.VIEW, Commands::openKeys, key(KeyCode.SLASH, SHIFT_DOWN));

  /** Under which heading an action stands. */
  public enum Group {
    ADD,
    EDIT,
    STATE,
    SUBGRAPH,
    SELECT,
    ARRANGE,
    VIEW;

    /** Key of the heading's text. */
    public String key() {
      return "actions." + name().toLowerCase(Locale.ROOT);
    }
  }

  private final Group group;
  private final Consumer<Commands> command;
  private final List<KeyCombination> keys;

  EditorAction(Group group, Consumer<Commands> command, List<KeyCombination> keys) {
    this.group = group;
    this.command = command;
    this.keys = List.copyOf(keys);
  }

  private static List<KeyCombination> key(KeyCode code, KeyCombination.Modifier... modifiers) {
    return List.of(new KeyCodeCombination(code, modifiers));
  }

  private static List<KeyCombination> keys(KeyCode... codes) {
    return Arrays.stream(codes).<KeyCombination>map(KeyCodeCombination::new).toList();
  }

  private static List<KeyCombination> with(KeyCombination.Modifier modifier, KeyCode... codes) {
    return Arrays.stream(codes)
        .<KeyCombination>map(code -> new KeyCodeCombination(code, modifier))
        .toList();
  }

  private static List<KeyCombination> both(List<KeyCombination> one, List<KeyCombination> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** Under which heading it stands. */
  public Group group() {
    return group;
  }

  /** Key of its title. */
  public String key() {
    return "action." + name().toLowerCase(Locale.ROOT);
  }

  /** The keys that it has until a person changes them. */
  public List<KeyCombination> defaultKeys() {
    return keys;
  }

  /** Does it. */
  public void run(Commands commands) {
    command.accept(commands);
  }
}
