package org.jiuye.shared.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item's part in a write, with the condition under which it happens. */
public sealed interface Write {
  Key key();

  /** What must hold of the item as it stands; empty: anything. */
  Optional<Expression> condition();

  /** Whether to do it twice is another thing than to do it once, even under its condition. */
  default boolean isUnsafeToRepeat() {
    return false;
  }

  /** Stores an item whole. */
  record Put(Key key, Map<String, AttributeValue> item, Optional<Expression> condition)
      implements Write {
    public Put {
      Map<String, AttributeValue> whole = new HashMap<>(item);
      whole.putAll(key.attributes());
      item = Map.copyOf(whole);
    }
  }

  /** Changes some attributes of an item, or makes it. */
  record Update(Key key, Expression update, Optional<Expression> condition) implements Write {
    private static final Pattern ADD = Pattern.compile("\\badd\\b");

    /** Asked of every update, and of most to no avail: the pattern comes last. */
    @Override
    public boolean isUnsafeToRepeat() {
      String text = update.text().toLowerCase(Locale.ROOT);
      return text.indexOf('+') >= 0
          || text.indexOf('-') >= 0
          || text.contains("list_append")
          || (text.contains("add") && ADD.matcher(text).find());
    }
  }

  /** Removes an item. */
  record Delete(Key key, Optional<Expression> condition) implements Write {}

  /** Changes nothing; the whole write happens only while the expectation holds. */
  record Check(Key key, Expression expectation) implements Write {
    @Override
    public Optional<Expression> condition() {
      return Optional.of(expectation);
    }
  }

  /** Stores an item under a key that must be free. */
  static Put create(Key key, Map<String, AttributeValue> item) {
    return new Put(key, item, Optional.of(Expression.absent()));
  }

  /** Stores an item in the place of one of which the condition holds. */
  static Put replace(Key key, Map<String, AttributeValue> item, Expression condition) {
    return new Put(key, item, Optional.of(condition));
  }

  /** Changes an item of which the condition holds. */
  static Update update(Key key, Expression update, Expression condition) {
    return new Update(key, update, Optional.of(condition));
  }

  /** Removes an item of which the condition holds. */
  static Delete delete(Key key, Expression condition) {
    return new Delete(key, Optional.of(condition));
  }
}
