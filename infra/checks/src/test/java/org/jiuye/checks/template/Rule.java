package org.jiuye.checks.template;

import java.util.List;

/** A rule of the template; the same rule judges the real one and a small one that breaks it. */
enum Rule {
  DEFINITIONS_NAME_A_BEAN,
  VARIABLES_READ_ARE_GIVEN,
  VARIABLES_GIVEN_ARE_READ,
  SOURCES_REPORT_WHAT_FAILED,
  VISIBILITY_OUTLASTS_SIX_TIMEOUTS,
  QUEUES_HAVE_DEAD_LETTERS,
  DEAD_LETTERS_RAISE_AN_ALARM,
  ROLES_NAME_ACTIONS_AND_RESOURCES,
  ROLES_KEEP_TO_THEIR_KEYS,
  TABLE_STATEMENTS_STOP_SCANS,
  LOGS_HAVE_AN_END,
  ROUTES_ARE_GUARDED_OR_MARKED_PUBLIC,
  NAMES_FIT_EVERY_PARTITION,
  DEFAULTS_ARE_NO_SECRETS;

  /** What breaks it, each in words that name the culprit. */
  List<String> brokenBy(Subject subject) {
    return switch (this) {
      case DEFINITIONS_NAME_A_BEAN -> Code.definitionsNameABean(subject);
      case VARIABLES_READ_ARE_GIVEN -> Code.variablesReadAreGiven(subject);
      case VARIABLES_GIVEN_ARE_READ -> Code.variablesGivenAreRead(subject);
      case SOURCES_REPORT_WHAT_FAILED -> Messages.sourcesReportWhatFailed(subject);
      case VISIBILITY_OUTLASTS_SIX_TIMEOUTS -> Messages.visibilityOutlastsSixTimeouts(subject);
      case QUEUES_HAVE_DEAD_LETTERS -> Messages.queuesHaveDeadLetters(subject);
      case DEAD_LETTERS_RAISE_AN_ALARM -> Messages.deadLettersRaiseAnAlarm(subject);
      case ROLES_NAME_ACTIONS_AND_RESOURCES -> Roles.nameActionsAndResources(subject);
      case ROLES_KEEP_TO_THEIR_KEYS -> Roles.keepToTheirKeys(subject);
      case TABLE_STATEMENTS_STOP_SCANS -> Roles.stopScans(subject);
      case LOGS_HAVE_AN_END -> Openness.logsHaveAnEnd(subject);
      case ROUTES_ARE_GUARDED_OR_MARKED_PUBLIC -> Openness.routesAreGuardedOrMarkedPublic(subject);
      case NAMES_FIT_EVERY_PARTITION -> Openness.namesFitEveryPartition(subject);
      case DEFAULTS_ARE_NO_SECRETS -> Openness.defaultsAreNoSecrets(subject);
    };
  }
}
