package dev.dreamwire.runtime.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Everything that a built-in node type calls by name has a name in both languages, and only that.
 */
class BuiltinTextsTest {
  private static final Path FOLDER = Path.of("src/main/resources/dev/dreamwire/runtime/node");

  private static Set<String> keys(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(FOLDER.resolve(file))) {
      properties.load(in);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }

  private static Set<String> labels() {
    Set<String> out = new TreeSet<>();
    for (NodeType type : new BuiltinNodes().types()) {
      NodeSpec spec = type.spec();
      Stream.concat(spec.inputs().stream(), spec.outputs().stream())
          .map(Port::name)
          .forEach(name -> out.add("port." + name));
      for (Param param : spec.params()) {
        out.add("param." + param.name());
        if (param.kind() instanceof Param.ChoiceKind kind) {
          kind.choices().forEach(choice -> out.add("choice." + param.name() + "." + choice));
        }
      }
    }
    return out;
  }

  @Test
  void englishNamesAllPartsAndNothingElse() throws IOException {
    assertEquals(labels(), keys("nodes.properties"));
  }

  @Test
  void chineseAlsoHasTitlesAndHelps() throws IOException {
    Set<String> wanted = labels();
    for (NodeType type : new BuiltinNodes().types()) {
      String id = type.spec().id().replace(':', '.');
      wanted.add(id + ".title");
      wanted.add(id + ".help");
    }
    assertEquals(wanted, keys("nodes_zh_CN.properties"));
  }
}
