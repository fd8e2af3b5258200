package dev.dreamwire.editor.command;

import dev.dreamwire.editor.model.Arrangement;

/** What a person can do without the pointer. Window thread only. */
public interface Commands {
  /** Offers node types to add. */
  void openPalette();

  /** Offers the wires that the selected node could have. */
  void openWires();

  /** Rests on the selected node's first port, to wire from there. */
  void wire();

  /** Offers types to take the selected node's place. */
  void openReplacements();

  /** Offers all actions. */
  void openActions();

  /** Offers the nodes of the graph, to go there. */
  void openNodes();

  /** Shows which keys do what. */
  void openKeys();

  /** Edits the selected node's first parameter. */
  void edit();

  /** Writes the selected node's name, or the selected annotation's text. */
  void rename();

  /** Deletes what is selected. */
  void delete();

  /** Deletes the selected nodes; what flowed through them flows past. */
  void dissolve();

  /** Takes the wires from the selected nodes; what flowed through them flows past. */
  void detach();

  /** Puts copies of the selected nodes beside them, fed by the same outputs. */
  void duplicate();

  /** Keeps a copy of the selected nodes for {@link #paste}. */
  void copy();

  /** Copies and deletes. */
  void cut();

  /** Puts in what was copied last. */
  void paste();

  /** Leads a wire through one more point: the selected one, or that into the port at hand. */
  void reroute();

  /**
   * Gives the parameter under the pointer its default; if there is none, the selected nodes'
   * parameters.
   */
  void reset();

  /** Takes the last step back. */
  void undo();

  /** Makes the step again that was taken back last. */
  void redo();

  /** Selects all nodes. */
  void selectAll();

  /** Selects all that wires join to the selected nodes. */
  void selectConnected();

  /** Ends the gesture, closes what is open, or selects nothing. */
  void escape();

  /** Brings the selected nodes in line. */
  void align(Arrangement.Line line);

  /** Arranges the selected nodes, or all if fewer than two are selected. */
  void arrange();

  /** Gives the selected nodes equal gaps. */
  void distribute(boolean across);

  /** Shows the whole graph. */
  void fit();

  /** Shows the selected nodes as large as they fit. */
  void fitSelection();

  /** Zooms about the middle. */
  void zoomBy(double factor);

  /** Zooms about the middle to one pixel a unit. */
  void lifeSize();

  /** Opens the graph as a table, or closes it. */
  void toggleOutline();

  /** Shows pictures in the nodes that have one switched on, or in none. */
  void togglePictures();

  /** Selects the nearest node that way. */
  void go(int dx, int dy);

  /** Moves the selected nodes by steps of the grid. */
  void nudge(int dx, int dy);

  /** What is done to the states of nodes. */
  StateCommands states();

  /** What is done with frames and comments. */
  AnnotationCommands annotations();

  /** What is done with subgraphs. */
  SubgraphCommands subgraphs();
}
