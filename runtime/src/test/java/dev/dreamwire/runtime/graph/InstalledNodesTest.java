package dev.dreamwire.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledNodesTest {
  @TempDir Path sources;
  @TempDir Path plugins;

  /** Compiles a pack whose {@code types()} has a body, and puts it into the folder as a jar. */
  private void install(String name, String body) throws IOException {
    Path source =
        Files.writeString(
            sources.resolve(name + ".java"),
            """
            import dev.dreamwire.api.node.*;
            import java.util.*;
            public final class %s implements NodePack {
              public List<NodeType> types() { %s }
              record Odd(NodeSpec spec) implements HandleType {
                public void resolve(HandleScope scope) {}
              }
            }
            """
                .formatted(name, body));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                sources.toString(),
                source.toString());
    assertEquals(0, failed);
    try (OutputStream out = Files.newOutputStream(plugins.resolve(name + ".jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      for (String type : List.of(name, name + "$Odd")) {
        jar.putNextEntry(new JarEntry(type + ".class"));
        Files.copy(sources.resolve(type + ".class"), jar);
      }
      jar.putNextEntry(new JarEntry("META-INF/services/dev.dreamwire.api.node.NodePack"));
      jar.write(name.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String node(String id) {
    return """
    return List.of(new Odd(NodeSpec.of("%s", "Odd", NodeSpec.Category.IMAGE).build()));
    """
        .formatted(id);
  }

  @Test
  void jarsOfTheFolderBringTheirNodesBesideTheBuiltInOnes() throws IOException {
    install("MyPack", node("mine:odd"));
    InstalledNodes found = InstalledNodes.find(plugins);
    assertEquals(List.of(), found.failures());
    assertTrue(found.registry().find("mine:odd").isPresent());
    assertTrue(found.registry().find("dreamwire:viewport").isPresent());
  }

  @Test
  void whatIsBrokenIsNamedAndKeepsNothingElseOut() throws IOException {
    install("APack", "throw new IllegalStateException(\"no licence\");");
    install("BPack", node("dreamwire:viewport"));
    install("CPack", node("mine:odd"));
    Files.writeString(plugins.resolve("torn.jar"), "not a zip");
    InstalledNodes found = InstalledNodes.find(plugins);
    assertEquals(3, found.failures().size(), "" + found.failures());
    assertTrue(found.failures().get(0).startsWith(plugins.resolve("torn.jar") + " is no jar"));
    assertTrue(found.failures().get(1).startsWith("APack: "), found.failures().get(1));
    assertTrue(found.failures().get(1).contains("no licence"), found.failures().get(1));
    assertEquals("BPack: two node types are called dreamwire:viewport", found.failures().get(2));
    assertTrue(found.registry().find("mine:odd").isPresent());
  }

  @Test
  void withoutAFolderThereAreTheBuiltInNodes() {
    InstalledNodes found = InstalledNodes.find(plugins.resolve("none"));
    assertEquals(List.of(), found.failures());
    assertTrue(found.registry().find("dreamwire:viewport").isPresent());
  }
}
