package com.example.dreamwire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.api.node.NodePack;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MyNodesTest {
  @Test
  void theStudioFindsTheNodes() {
    List<String> ids =
        ServiceLoader.load(NodePack.class).stream()
            .flatMap(pack -> pack.get().types().stream())
            .map(type -> type.spec().id())
            .toList();
    assertEquals(List.of("mine:negative"), ids);
  }
}
