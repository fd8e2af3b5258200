package dev.dreamwire.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.node.BuiltinNodes;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TypeTextsTest {
  private static final NodeRegistry BUILTIN = new NodeRegistry(List.of(new BuiltinNodes()));
  private static final NodeSpec SCHEDULE = spec(BUILTIN, "dreamwire:schedule");

  private static NodeSpec spec(NodeRegistry registry, String id) {
    return registry.find(id).orElseThrow().spec();
  }

  @Test
  void aPackNamesItsTypesInTheLanguage() {
    TypeTexts texts = new TypeTexts(BUILTIN, Locale.SIMPLIFIED_CHINESE);
    Param kind = SCHEDULE.param("kind");
    assertEquals("噪声调度", texts.title(SCHEDULE));
    assertEquals("种类", texts.param(SCHEDULE, kind));
    assertEquals("余弦", texts.choice(SCHEDULE, kind, "cosine"));
    assertEquals("调度", texts.port(SCHEDULE, SCHEDULE.output("schedule")));
  }

  @Test
  void theInputOfAParameterIsCalledAsTheParameter() {
    TypeTexts texts = new TypeTexts(BUILTIN, Locale.SIMPLIFIED_CHINESE);
    NodeSpec context = spec(BUILTIN, "dreamwire:context");
    assertEquals("稳定程度", texts.port(context, ParamPorts.input(context, "stabilisation")));
    NodeSpec map = spec(BUILTIN, "dreamwire:input.action_map");
    assertEquals("动作", texts.port(map, map.output("action")));
  }

  @Test
  void whereThereIsNoTranslationTheTypesOwnWordsHold() {
    TypeTexts english = new TypeTexts(BUILTIN, Locale.ENGLISH);
    assertEquals("Noise Schedule", english.title(SCHEDULE));
    assertEquals(SCHEDULE.help(), english.help(SCHEDULE));
    NodeSpec sampler = spec(TestNodes.REGISTRY, "test:sampler");
    TypeTexts none = new TypeTexts(TestNodes.REGISTRY, Locale.SIMPLIFIED_CHINESE);
    assertEquals("sampler", none.title(sampler));
    assertEquals("Guidance", none.param(sampler, sampler.param("guidance")));
  }
}
