package org.jiuye.stall.night;

import java.util.ResourceBundle;
import org.jiuye.shared.text.Language;
import org.jiuye.shared.text.MessageFiles;

/** A session's roster as a page to print: one line a stall, with room for a tick. */
final class RosterPage {
  private static final MessageFiles FILES = new MessageFiles("org.jiuye.stall.roster");

  private RosterPage() {}

  static String of(GetRoster.RosterView roster, Language language) {
    ResourceBundle texts = FILES.in(language);
    StringBuilder lines = new StringBuilder();
    for (GetRoster.RosterLine stall : roster.stalls()) {
      String state = stall.state().map(Enum::name).orElse("FREE");
      lines.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td class=\"tick\"></td></tr>\n"
              .formatted(
                  escape(stall.stallNo()),
                  escape(stall.tradeName().orElse("")),
                  escape(texts.getString(state))));
    }
    return """
    <!DOCTYPE html>
    <html lang="%s"><head><meta charset="utf-8"><title>%s</title><style>
    body { font: 12pt sans-serif; margin: 1.5cm } h1 { font-size: 16pt }
    table { border-collapse: collapse; width: 100%% } thead { display: table-header-group }
    td, th { border: 1px solid #888; padding: 3pt 6pt; text-align: left }
    tr { break-inside: avoid } .tick { width: 2cm }
    </style></head><body><h1>%s</h1><p>%s – %s</p>
    <table><thead><tr><th>%s</th><th>%s</th><th>%s</th><th>%s</th></tr></thead>
    <tbody>
    %s</tbody></table></body></html>
    """
        .formatted(
            language.tag(),
            escape(roster.siteName()),
            escape(roster.siteName() + " " + roster.date()),
            roster.opensAt().toLocalTime(),
            roster.closesAt().toLocalTime(),
            escape(texts.getString("stall")),
            escape(texts.getString("trade")),
            escape(texts.getString("state")),
            escape(texts.getString("seen")),
            lines);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
