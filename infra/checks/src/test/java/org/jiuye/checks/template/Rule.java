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
  DEFAULTS_ARE_NO_SECRETS,
  STACKS_HOLD_THEIR_RESOURCES,
  APIS_HOLD_THEIR_INTEGRATIONS,
  RESOURCE_POLICIES_FIT,
  INLINE_POLICIES_FIT,
  TEMPLATES_FIT,
  VARIABLES_FIT,
  NOTHING_IS_RESERVED_UNASKED,
  DATA_OUTLIVES_ITS_STACK,
  DATA_STANDS_IN_THE_COUNTY,
  CAPABILITIES_KNOW_NO_API,
  GLOBALS_ARE_ALIKE,
  PACKAGES_ARE_NOT_BUILT_AGAIN,
  ISSUERS_ARE_URLS,
  ORIGINS_HAVE_NO_DEFAULT,
  DOCUMENTS_ARE_TAKEN_WHOLE,
  SCHEDULES_SHARE_A_ROLE,
  FUNCTIONS_RAISE_ALARMS,
  APIS_RAISE_ALARMS,
  WAITING_MESSAGES_RAISE_AN_ALARM,
  ALARMS_CALL_SOMEBODY,
  ACCESS_IS_LOGGED;

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
      case STACKS_HOLD_THEIR_RESOURCES -> Limits.stacksHoldTheirResources(subject);
      case APIS_HOLD_THEIR_INTEGRATIONS -> Limits.apisHoldTheirIntegrations(subject);
      case RESOURCE_POLICIES_FIT -> Limits.resourcePoliciesFit(subject);
      case INLINE_POLICIES_FIT -> Limits.inlinePoliciesFit(subject);
      case TEMPLATES_FIT -> Limits.templatesFit(subject);
      case VARIABLES_FIT -> Limits.variablesFit(subject);
      case NOTHING_IS_RESERVED_UNASKED -> Deployment.nothingIsReservedUnasked(subject);
      case DATA_OUTLIVES_ITS_STACK -> Deployment.dataOutlivesItsStack(subject);
      case DATA_STANDS_IN_THE_COUNTY -> Deployment.dataStandsInTheCounty(subject);
      case CAPABILITIES_KNOW_NO_API -> Deployment.capabilitiesKnowNoApi(subject);
      case GLOBALS_ARE_ALIKE -> Deployment.globalsAreAlike(subject);
      case PACKAGES_ARE_NOT_BUILT_AGAIN -> Deployment.packagesAreNotBuiltAgain(subject);
      case ISSUERS_ARE_URLS -> Deployment.issuersAreUrls(subject);
      case ORIGINS_HAVE_NO_DEFAULT -> Deployment.originsHaveNoDefault(subject);
      case DOCUMENTS_ARE_TAKEN_WHOLE -> Deployment.documentsAreTakenWhole(subject);
      case SCHEDULES_SHARE_A_ROLE -> Deployment.schedulesShareARole(subject);
      case FUNCTIONS_RAISE_ALARMS -> Watch.functionsRaiseAlarms(subject);
      case APIS_RAISE_ALARMS -> Watch.apisRaiseAlarms(subject);
      case WAITING_MESSAGES_RAISE_AN_ALARM -> Watch.waitingMessagesRaiseAnAlarm(subject);
      case ALARMS_CALL_SOMEBODY -> Watch.alarmsCallSomebody(subject);
      case ACCESS_IS_LOGGED -> Watch.accessIsLogged(subject);
    };
  }
}
