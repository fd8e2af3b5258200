package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.graph.Annotation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Frames and comments as they are stored. */
final class AnnotationFields {
  private AnnotationFields() {}

  /** Reads the list of a preset's annotations, by id. */
  static Map<String, Annotation> read(LocatedJson list) {
    Map<String, Annotation> out = new LinkedHashMap<>();
    for (LocatedJson item : list.items()) {
      Annotation annotation = annotation(item);
      if (out.put(annotation.id(), annotation) != null) {
        throw item.require("id").complaint("file.twoAnnotations", annotation.id());
      }
    }
    return out;
  }

  private static Annotation annotation(LocatedJson item) {
    String kind = item.require("kind").text();
    List<LocatedJson> at = pair(item.require("at"));
    List<LocatedJson> size = pair(item.require("size"));
    return new Annotation(
        item.require("id").text(),
        Arrays.stream(Annotation.Kind.values())
            .filter(known -> name(known).equals(kind))
            .findFirst()
            .orElseThrow(() -> item.require("kind").complaint("file.badAnnotation", kind)),
        item.field("text").map(LocatedJson::text).orElse(""),
        item.field("colour").map(LocatedJson::text).orElse(""),
        new Annotation.Area(
            at.get(0).number(),
            at.get(1).number(),
            Math.max(0, size.get(0).number()),
            Math.max(0, size.get(1).number())));
  }

  private static List<LocatedJson> pair(LocatedJson field) {
    List<LocatedJson> items = field.items();
    if (items.size() != 2) {
      throw field.complaint("file.badPlace");
    }
    return items;
  }

  static Map<String, Object> write(Annotation annotation) {
    Map<String, Object> out = new LinkedHashMap<>();
    Annotation.Area area = annotation.area();
    out.put("id", annotation.id());
    out.put("kind", name(annotation.kind()));
    out.put("text", annotation.text());
    out.put("colour", annotation.colour());
    out.put("at", List.of(JsonText.compact(area.x()), JsonText.compact(area.y())));
    out.put("size", List.of(JsonText.compact(area.width()), JsonText.compact(area.height())));
    return out;
  }

  private static String name(Annotation.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
