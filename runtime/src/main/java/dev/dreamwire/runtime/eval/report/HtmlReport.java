package dev.dreamwire.runtime.eval.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * A {@link Report} as one HTML page that needs nothing else: plots are SVG, film strips are PNG
 * inside the page. One use each.
 */
public final class HtmlReport {
  private final Report report;
  private final ReportTexts texts;
  private final Path folder;
  private final StringBuilder html = new StringBuilder();

  private HtmlReport(Report report, ReportTexts texts, Path folder) {
    this.report = report;
    this.texts = texts;
    this.folder = folder;
  }

  /**
   * Writes a page.
   *
   * @param folder that the films' files are in
   * @throws IOException if a film's file cannot be read
   */
  public static String of(Report report, ReportTexts texts, Path folder) throws IOException {
    return new HtmlReport(report, texts, folder).page();
  }

  /** Text as HTML shows it. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private String page() throws IOException {
    String title = texts.get("title", report.preset());
    html.append("<!doctype html>\n<html lang=\"").append(texts.language()).append("\"><head>");
    html.append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    html.append("<title>").append(escape(title)).append("</title><style>");
    html.append(styles()).append("</style></head><body>\n");
    element("h1", title);
    element("p", texts.get("summary", report.world(), report.seed()));
    goals();
    for (Section section : report.sections()) {
      section(section);
    }
    extent();
    return html.append("</body></html>\n").toString();
  }

  private static String styles() throws IOException {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void goals() {
    List<String> rows =
        report.sections().stream()
            .flatMap(
                section ->
                    section.figures().stream()
                        .filter(figure -> figure.goal() != null)
                        .map(figure -> goal(section.id(), figure)))
            .toList();
    if (!rows.isEmpty()) {
      element("h2", texts.get(report.playable() ? "verdict.met" : "verdict.missed"));
      html.append("<table>");
      head();
      rows.forEach(html::append);
      html.append("</table>\n");
    }
  }

  private String goal(String section, Figure figure) {
    String name =
        "<a href=\"#"
            + section
            + "\">"
            + escape(texts.title(section))
            + "</a>: "
            + escape(texts.name(section, figure));
    return row(name, figure);
  }

  private void head() {
    html.append("<tr>");
    for (String key : List.of("head.measure", "head.value", "head.interval", "head.goal")) {
      element("th", texts.get(key));
    }
    html.append("<th></th></tr>\n");
  }

  private String row(String name, Figure figure) {
    String kind = figure.goal() == null ? "" : figure.met() ? "met" : "missed";
    return "<tr class=\""
        + kind
        + "\"><td>"
        + name
        + "</td><td class=\"n\">"
        + escape(texts.number(figure.estimate().value(), figure.unit()))
        + "</td><td class=\"n\">"
        + escape(TextTable.interval(figure, texts))
        + "</td><td class=\"n\">"
        + escape(TextTable.goal(figure, texts))
        + "</td><td class=\"mark\">"
        + escape(TextTable.mark(figure, texts))
        + "</td></tr>\n";
  }

  private void section(Section section) throws IOException {
    html.append("<section id=\"").append(section.id()).append("\">");
    element("h2", texts.title(section.id()));
    element("p", texts.about(section.id()));
    html.append("<table>");
    head();
    for (Figure figure : section.figures()) {
      String name =
          escape(texts.name(section.id(), figure))
              + "<small>"
              + escape(texts.definition(section.id(), figure))
              + "</small>";
      html.append(row(name, figure));
    }
    html.append("</table>\n");
    section.tables().forEach(table -> table(section.id(), table));
    for (Plot plot : section.plots()) {
      html.append("<figure>");
      element("figcaption", texts.caption(section.id(), plot.id(), List.of()));
      html.append(SvgPlot.draw(plot, texts)).append("</figure>\n");
    }
    for (Film film : section.films()) {
      film(section.id(), film);
    }
    html.append("</section>\n");
  }

  private void table(String section, Table table) {
    element("h3", texts.caption(section, table.id(), List.of()));
    html.append("<table><tr><th></th>");
    table.columns().forEach(column -> element("th", texts.word(column)));
    html.append("</tr>\n");
    for (Table.Row row : table.rows()) {
      html.append("<tr>");
      element("td", texts.word(row.name()));
      for (double value : row.values()) {
        html.append("<td class=\"n\">").append(TextTable.number(value)).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</table>\n");
  }

  private void film(String section, Film film) throws IOException {
    String png =
        Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve(film.file())));
    html.append("<figure>");
    element("figcaption", texts.caption(section, film.id(), film.of()));
    String rows = String.join(" / ", film.rows().stream().map(texts::word).toList());
    element("small", texts.get("film.rows", rows));
    if (!film.columns().isEmpty()) {
      element("small", texts.get("film.columns", String.join(", ", film.columns())));
    }
    html.append("<img alt=\"").append(escape(rows)).append("\" src=\"data:image/png;base64,");
    html.append(png).append("\"></figure>\n");
  }

  private void extent() {
    element("h2", texts.get("extent"));
    html.append("<p>");
    report
        .extent()
        .forEach(
            (name, count) ->
                html.append(escape(texts.word(name))).append(": ").append(count).append("<br>"));
    html.append("</p>");
  }

  private void element(String name, String text) {
    html.append('<').append(name).append('>').append(escape(text));
    html.append("</").append(name).append(">\n");
  }
}
