/** The small, frozen API that node types are written against: no JavaFX, no engine types. */
module dreamwire.api {
  exports dev.dreamwire.api.node;
  exports dev.dreamwire.api.tensor;
}
