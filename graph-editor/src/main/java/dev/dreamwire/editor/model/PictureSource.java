package dev.dreamwire.editor.model;

import dev.dreamwire.api.node.NodeSpec;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.image.Image;
import javafx.util.Subscription;

/** Where small pictures of what nodes make come from. Window thread only. */
public interface PictureSource {
  /** Has no pictures. */
  PictureSource NONE =
      new PictureSource() {
        @Override
        public boolean offers(NodeSpec spec) {
          return false;
        }

        @Override
        public Subscription watch(Set<String> nodes, BiConsumer<String, Image> show) {
          return Subscription.EMPTY;
        }
      };

  /** Whether nodes of a type can be shown as pictures. */
  boolean offers(NodeSpec spec);

  /**
   * Hands out pictures of nodes until it is unsubscribed from.
   *
   * @param nodes ids; never empty
   * @param show gets the id of a node and its latest picture, at most 256 pixels wide and high,
   *     whose pixels may change until the next one comes; on the window's thread
   */
  Subscription watch(Set<String> nodes, BiConsumer<String, Image> show);
}
