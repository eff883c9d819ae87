package org.jiuye.contract;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON as YAML. What a reader of YAML 1.1 would take for something else than text is quoted,
 * a date for example.
 */
final class YamlText {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z$]([A-Za-z0-9 _.,/()-]*[A-Za-z0-9.)])?");
  private static final Pattern OTHER_THAN_TEXT =
      Pattern.compile("true|false|null|yes|no|on|off", Pattern.CASE_INSENSITIVE);

  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setSchema(new CoreSchema())
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .setWidth(120)
          .setSplitLines(false)
          .build();

  private YamlText() {}

  static String of(JsonNode json) {
    return new Dump(SETTINGS, new Representer())
        .dumpToString(new JsonMapper().convertValue(json, Object.class));
  }

  private static final class Representer extends StandardRepresenter {
    Representer() {
      super(SETTINGS);
      representers.put(
          String.class, text -> representScalar(Tag.STR, (String) text, style((String) text)));
    }

    private static ScalarStyle style(String text) {
      if (text.contains("\n")) {
        return ScalarStyle.LITERAL;
      }
      boolean plain = PLAIN.matcher(text).matches() && !OTHER_THAN_TEXT.matcher(text).matches();
      return plain ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED;
    }
  }
}
