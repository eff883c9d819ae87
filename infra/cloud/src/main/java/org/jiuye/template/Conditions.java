package org.jiuye.template;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The template's conditions, each decided when it is first asked for. */
final class Conditions {

  private final TemplateNode.Mapping declared;
  private final Intrinsics intrinsics;
  private final Set<String> open = new HashSet<>();

  Conditions(TemplateNode.Mapping declared, Intrinsics intrinsics) {
    this.declared = declared;
    this.intrinsics = intrinsics;
  }

  /** Decides the condition of a name. */
  boolean holds(TemplateNode name) {
    String text = intrinsics.text("Condition", name);
    TemplateNode condition = declared.entries().get(text);
    if (condition == null) {
      throw name.position().refuse("The template has no condition " + text);
    }
    if (!open.add(text)) {
      throw name.position().refuse("The condition " + text + " depends on itself");
    }
    try {
      return decide(condition);
    } finally {
      open.remove(text);
    }
  }

  /** Whether something that may carry a condition is there. */
  boolean includes(TemplateNode.Mapping carrier) {
    return carrier.get("Condition").map(this::holds).orElse(true);
  }

  /** Decides every condition, so that a wrong one is found even when nobody asks for it. */
  void check() {
    declared.entries().values().forEach(this::decide);
  }

  private boolean decide(TemplateNode node) {
    if (!(node instanceof TemplateNode.Mapping mapping) || mapping.entries().size() != 1) {
      throw node.position().refuse("A condition must be a function such as !Equals");
    }
    String function = mapping.entries().keySet().iterator().next();
    TemplateNode argument = mapping.entries().values().iterator().next();
    return switch (function) {
      case "Condition" -> holds(argument);
      case "Fn::Equals" -> {
        List<TemplateNode> sides = Intrinsics.list(function, argument, 2, 2);
        yield intrinsics
            .text(function, sides.get(0))
            .equals(intrinsics.text(function, sides.get(1)));
      }
      case "Fn::Not" -> !decide(Intrinsics.list(function, argument, 1, 1).getFirst());
      case "Fn::And" -> Intrinsics.list(function, argument, 2, 10).stream().allMatch(this::decide);
      case "Fn::Or" -> Intrinsics.list(function, argument, 2, 10).stream().anyMatch(this::decide);
      default -> throw node.position().refuse("A condition cannot be made by " + function);
    };
  }
}
