package dev.dreamwire.api.node;

/**
 * A node that stands for a graph of nodes, or for the border of one. The host makes such types from
 * the subgraphs of a document and takes their nodes apart before anything is planned; packs have no
 * use for it.
 */
public non-sealed interface CompositeType extends NodeType {}
