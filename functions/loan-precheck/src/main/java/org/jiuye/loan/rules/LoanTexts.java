package org.jiuye.loan.rules;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.text.Language;
import org.jiuye.shared.text.MessageFiles;
import org.jiuye.shared.text.TextWithGaps;
import tools.jackson.databind.JsonNode;

/**
 * The texts that people read about loans, from message files in both languages. A gap is {@code
 * {name}}; its name says how its value is written: amounts of fen in yuan, ratios in per cent,
 * codes by their texts.
 */
public final class LoanTexts {
  private static final MessageFiles FILES = new MessageFiles("org.jiuye.loan.loans");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]+");
  private static final Set<String> RATIOS = Set.of("hireRatio", "largeHireRatio", "capRaise");

  /** A text without gaps. */
  public String text(String key, Language language) {
    return FILES.in(language).getString(key);
  }

  /** Whether there is such a text. */
  boolean has(String key, Language language) {
    return FILES.in(language).containsKey(key);
  }

  /** A text whose gaps are filled. */
  public String text(String key, Language language, Function<String, Object> values) {
    return new TextWithGaps(text(key, language))
        .fill(gap -> written(gap.name(), values.apply(gap.name()), language));
  }

  /** A value as people read it. */
  String written(String name, Object value, Language language) {
    return written(name, Json.MAPPER.<JsonNode>valueToTree(value), language);
  }

  private String written(String name, JsonNode value, Language language) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(written(name, part, language)));
      return parts.isEmpty()
          ? text("none", language)
          : String.join(text("separator", language), parts);
    }
    if (value.isObject()) {
      return value.path(language.tag()).asString("");
    }
    if (value.isBoolean()) {
      return text(value.booleanValue() ? "yes" : "no", language);
    }
    if (value.isNumber()) {
      return number(name, value.decimalValue(), language);
    }
    String text = value.asString("");
    return CODE.matcher(text).matches() && has("code." + text, language)
        ? text("code." + text, language)
        : text;
  }

  private String number(String name, BigDecimal value, Language language) {
    if (name.endsWith("Fen")) {
      return grouped(value.movePointLeft(2)) + text("yuan", language);
    }
    return RATIOS.contains(name) ? plain(value.movePointRight(2)) + "%" : plain(value);
  }

  private static String grouped(BigDecimal value) {
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
