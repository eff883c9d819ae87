package org.jiuye.contract.notice;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiuye.contract.notice.SmallNotices.HEARS;
import static org.jiuye.contract.notice.SmallNotices.NOTICES;
import static org.jiuye.contract.notice.SmallNotices.SCHEMA;

import java.nio.file.Path;
import org.jiuye.contract.source.ContractException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices that are wrong are not put together, and each reason is told with file and line. */
class WrongNoticesTest {
  private final SmallNotices notices;

  WrongNoticesTest(@TempDir Path repository) {
    notices = new SmallNotices(repository);
  }

  @Test
  void aKeyThatMeansNothing() {
    notices.replace(NOTICES, "fields:\n", "colours: {}\nfields:\n");
    refused(NOTICES + ":1:", "colours");
  }

  @Test
  void wordsInOneLanguageAlone() {
    notices.replace(NOTICES, "{zh-CN: 冰饮订单, en: An iced cup}", "{zh-CN: 冰饮订单}");
    refused(NOTICES + ":32:", "'en'");
  }

  @Test
  void aCapabilityThatTellsSomethingAndHasNoNotices() {
    notices.remove(NOTICES);
    refused(NOTICES + ":1: tea-room tells events, but does not say here who hears of them");
  }

  @Test
  void aTypeThatIsToldAndNotListed() {
    notices.replace(NOTICES, "  org.jiuye.tea.cup-washed.v1: []\n", "");
    refused(NOTICES + ":1: org.jiuye.tea.cup-washed.v1 is told, but not listed: list it, if for");
  }

  @Test
  void aTypeThatHasNoSchema() {
    notices.replace(NOTICES, "cup-washed.v1", "cup-washed.v2");
    refused(NOTICES + ":7: events/ has no schema of org.jiuye.tea.cup-washed.v2");
  }

  @Test
  void aTemplateThatIsNotThere() {
    notices.replace(NOTICES, "template: cup-until", "template: cup-unto");
    refused(NOTICES + ":5: there is no template cup-unto");
  }

  @Test
  void aTemplateThatNoNoticeUses() {
    notices.replace(NOTICES, "    retired: true\n", "");
    refused(NOTICES + ":39: no notice uses cup-lost: say `retired: true` if one did");
  }

  @Test
  void aRetiredTemplateThatANoticeUses() {
    notices.replace(NOTICES, "  cup-until:\n", "  cup-until:\n    retired: true\n");
    refused(NOTICES + ":34: a notice uses cup-until, which is retired");
  }

  @Test
  void aTemplateOfTheSameNameInAnotherCapability() {
    String file = "functions/cake-shop/notices.yaml";
    notices.write(
        "functions/cake-shop/events/org.jiuye.cake.baked.v1.schema.json",
        """
        {"$id": "https://jiuye.example/events/org.jiuye.cake.baked.v1.schema.json",
         "required": ["recipientIds"],
         "properties": {"recipientIds": {"type": "array"}}}
        """);
    notices.write(
        file,
        """
        events:
          org.jiuye.cake.baked.v1: [{to: recipients, template: cup-lost}]
        templates:
          cup-lost: {version: 1, fields: [], title: {zh-CN: 蛋糕, en: A}, text: {zh-CN: 蛋糕, en: A}}
        """);
    refused(NOTICES + ":39: cake-shop has a template cup-lost, too");
  }

  @Test
  void aDutyThatNobodyCanHave() {
    notices.replace(NOTICES, "{duty: teas}", "{duty: coffees}");
    refused(NOTICES + ":6: nobody can have the duty coffees: no duties.yaml names it");
  }

  @Test
  void aNoticeToPeopleOnDutyOfAnEventWithoutADivision() {
    notices.replace(SCHEMA, "\"iced\", \"division\",", "\"iced\",");
    refused(NOTICES + ":6:", "does not say in which division it happened");
  }

  @Test
  void aNoticeToThePersonOfAnEventThatIsAboutNobody() {
    notices.replace(SCHEMA, "\"personId\", \"recipientIds\"]", "\"recipientIds\"]");
    refused(NOTICES + ":5:", "is not always about a person");
  }

  @Test
  void aNoticeToRecipientsOfAnEventThatHasNone() {
    notices.replace(
        NOTICES, "cup-washed.v1: []", "cup-washed.v1: [{to: recipients, template: cup-lost}]");
    refused(NOTICES + ":7: org.jiuye.tea.cup-washed.v1 has no recipients");
  }

  @Test
  void recipientsWhoHearNothing() {
    notices.replace(
        NOTICES, "{to: recipients, when: {iced: false}", "{to: person, when: {iced: false}");
    notices.replace(
        NOTICES, "{to: recipients, when: {iced: true}", "{to: person, when: {iced: true}");
    refused(NOTICES + ":2:", "has recipientIds, but no notice goes to recipients");
  }

  @Test
  void aConditionOnAFieldThatIsNotThere() {
    notices.replace(NOTICES, "when: {iced: true}", "when: {hot: true}");
    refused(NOTICES + ":4:", "has no field hot, which decides about the notice");
  }

  @Test
  void aConditionOnAFieldThatIsNeitherTrueNorFalse() {
    notices.replace(NOTICES, "when: {iced: true}", "when: {cups: true}");
    refused(NOTICES + ":4: cups of", "is not always true or false");
  }

  @Test
  void aConditionOnAFieldThatIsAlwaysThere() {
    notices.replace(NOTICES, "when: {iced: true}", "when: {cupId: present}");
    refused(NOTICES + ":4:", "always holds cupId");
  }

  @Test
  void aFieldThatTheEventDoesNotHave() {
    notices.replace(SCHEMA, "\"cups\": {\"type\": \"integer\", \"minimum\": 1},", "");
    refused(NOTICES + ":3:", "has no field cups, which the template keeps");
  }

  @Test
  void aFieldThatTheEventDoesNotAlwaysHave() {
    notices.replace(NOTICES, "when: {until: present}, ", "");
    refused(NOTICES + ":5:", "does not always hold until: say `when: {until: present}`");
  }

  @Test
  void aFieldOfAnotherKind() {
    notices.replace(NOTICES, "  at: time", "  at: date");
    refused(NOTICES + ":11: in org.jiuye.tea.cup-ordered.v1, at is no date");
  }

  @Test
  void aCodeWithoutWords() {
    notices.replace(SCHEMA, "\"BLACK\"]", "\"BLACK\", \"WHITE\"]");
    refused(NOTICES + ":13: in org.jiuye.tea.cup-ordered.v1, the code WHITE has no words");
  }

  @Test
  void codesOfAFieldThatIsNoCode() {
    notices.replace(NOTICES, "codes:\n  kind:", "codes:\n  cups:");
    refused(NOTICES + ":16: no field cups is a code");
  }

  @Test
  void aFieldWithoutAKind() {
    notices.replace(NOTICES, "  cups: count\n", "");
    refused(NOTICES + ":19: the kind of cups does not stand under fields");
  }

  @Test
  void aFieldThatNoTemplateKeeps() {
    notices.replace(NOTICES, "  cups: count\n", "  cups: count\n  saucers: count\n");
    refused(NOTICES + ":15: no template keeps saucers");
  }

  @Test
  void aPersonsIdInANotification() {
    notices.replace(NOTICES, "fields: [until]", "fields: [until, personId]");
    notices.replace(NOTICES, "  cups: count\n", "  cups: count\n  personId: {text: '.*'}\n");
    refused(NOTICES + ":15: a notification keeps no person's id");
  }

  @Test
  void aGapThatNoFieldFills() {
    notices.replace(NOTICES, "取杯', en: 'Fetch it before {until}'", "取杯', en: 'Fetch {cupId}'");
    refused(NOTICES + ":34: the template does not keep cupId, which is a gap");
  }

  @Test
  void aTimeThatDoesNotSayItsForm() {
    notices.replace(NOTICES, "at {at, time}'", "at {at}'");
    refused(NOTICES + ":20: at needs its form: one of [date, time]");
  }

  @Test
  void aFormThatAFieldCannotTake() {
    notices.replace(NOTICES, "before {until}'", "before {until, time}'");
    refused(NOTICES + ":34: until is a date and no time");
  }

  @Test
  void aBraceThatIsNoGap() {
    notices.replace(NOTICES, "before {until}'", "before {until'");
    refused(NOTICES + ":34: A brace that belongs to no gap");
  }

  @Test
  void anEarlierVersionThatIsNotEarlier() {
    notices.replace(NOTICES, "- version: 1", "- version: 2");
    refused(NOTICES + ":26: earlier versions stand in falling order");
  }

  @Test
  void whatNobodyTells() {
    notices.replace(HEARS, "cup-ordered.v1", "cup-ordered.v2");
    refused(HEARS + ":1: nobody tells org.jiuye.tea.cup-ordered.v2");
  }

  @Test
  void aFieldThatTheTellerDoesNotHave() {
    notices.replace(HEARS, "[cupId, at]", "[cupId, colour]");
    refused(HEARS + ":1: org.jiuye.tea.cup-ordered.v1 has no field colour");
  }

  @Test
  void aFieldThatTheTellerDoesNotAlwaysHave() {
    notices.replace(HEARS, "[cupId, at], sometimes: [until]", "[cupId, until]");
    refused(HEARS + ":1:", "does not always hold until: name it under sometimes");
  }

  @Test
  void whatACapabilityTellsItself() {
    notices.write(
        "functions/tea-room/hears.yaml", "org.jiuye.tea.cup-ordered.v1: {fields: [at]}\n");
    refused("functions/tea-room/hears.yaml:1: tea-room tells org.jiuye.tea.cup-ordered.v1 itself");
  }

  private void refused(String... reasons) {
    assertThatThrownBy(notices::read)
        .isInstanceOf(ContractException.class)
        .hasMessageContainingAll(reasons);
  }
}
