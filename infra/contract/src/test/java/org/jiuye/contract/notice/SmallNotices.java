package org.jiuye.contract.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A repository with one capability that tells something, which a test may change. */
final class SmallNotices {
  static final String NOTICES = "functions/tea-room/notices.yaml";
  static final String HEARS = "functions/cake-shop/hears.yaml";
  static final String SCHEMA = "functions/tea-room/events/org.jiuye.tea.cup-ordered.v1.schema.json";
  static final String TYPE = "org.jiuye.tea.cup-ordered.v1";

  private static final String NOTICES_TEXT =
      """
      events:
        org.jiuye.tea.cup-ordered.v1:
          - {to: recipients, when: {iced: false}, template: cup-ordered}
          - {to: recipients, when: {iced: true}, template: iced-cup-ordered}
          - {to: person, when: {until: present}, template: cup-until}
          - {to: {duty: teas}, template: cup-ordered}
        org.jiuye.tea.cup-washed.v1: []
      fields:
        cupId: {text: '[a-z]{3}'}
        teaName: name
        at: time
        until: date
        kind: code
        cups: count
      codes:
        kind:
          GREEN: {zh-CN: 绿茶, en: green tea}
          BLACK: {zh-CN: 红茶, en: black tea}
      templates:
        cup-ordered:
          version: 2
          fields: [cupId, teaName, at, kind, cups]
          title: {zh-CN: 有新订单, en: A cup was ordered}
          text: {zh-CN: '{at, time}订购{teaName}{cups}杯({kind})', en: '{cups} of {teaName} ({kind}) at {at, time}'}
          earlier:
            - version: 1
              title: {zh-CN: 有新订单, en: New}
              text: {zh-CN: '{teaName}', en: '{teaName}'}
        iced-cup-ordered:
          version: 1
          fields: [cupId]
          title: {zh-CN: 冰饮订单, en: An iced cup}
          text: {zh-CN: '{cupId}', en: '{cupId}'}
        cup-until:
          version: 1
          fields: [until]
          title: {zh-CN: 请及时取杯, en: Fetch your cup}
          text: {zh-CN: '请在{until}前取杯', en: 'Fetch it before {until}'}
        cup-lost:
          retired: true
          version: 1
          fields: []
          title: {zh-CN: 杯子丢失, en: A cup was lost}
          text: {zh-CN: 杯子丢失, en: A cup was lost}
      """;

  private static final String SCHEMA_TEXT =
      """
      {
        "$id": "https://jiuye.example/events/org.jiuye.tea.cup-ordered.v1.schema.json",
        "title": "A cup was ordered",
        "x-source": "/tea-room",
        "x-subject": "{cupId}",
        "examples": [],
        "type": "object",
        "additionalProperties": false,
        "required": ["cupId", "teaName", "at", "kind", "cups", "iced", "division", "personId", "recipientIds"],
        "properties": {
          "cupId": {"$ref": "#/$defs/cupId"},
          "teaName": {"$ref": "event.schema.json#/$defs/name"},
          "at": {"$ref": "event.schema.json#/$defs/time"},
          "until": {"$ref": "event.schema.json#/$defs/date"},
          "kind": {"enum": ["GREEN", "BLACK"]},
          "cups": {"type": "integer", "minimum": 1},
          "iced": {"type": "boolean"},
          "division": {"$ref": "event.schema.json#/$defs/division"},
          "personId": {"$ref": "event.schema.json#/$defs/personId"},
          "recipientIds": {"type": "array", "items": {"$ref": "event.schema.json#/$defs/personId"}}
        },
        "$defs": {"cupId": {"type": "string", "pattern": "^[a-z]{3}$"}}
      }
      """;

  private static final String WASHED_TEXT =
      """
      {
        "$id": "https://jiuye.example/events/org.jiuye.tea.cup-washed.v1.schema.json",
        "x-source": "/tea-room",
        "x-subject": "{cupId}",
        "type": "object",
        "required": ["cupId", "recipientIds"],
        "properties": {"cupId": {"type": "string"}, "recipientIds": {"type": "array", "maxItems": 0}}
      }
      """;

  private final Path repository;

  SmallNotices(Path repository) {
    this.repository = repository;
    for (String schema : new String[] {"event", "notices", "hears"}) {
      String name = schema + ".schema.json";
      write("infra/contract/" + name, text(Path.of(name)));
    }
    write(NOTICES, NOTICES_TEXT);
    write(SCHEMA, SCHEMA_TEXT);
    write(SCHEMA.replace("ordered", "washed"), WASHED_TEXT);
    write("functions/tea-room/seeds/duties.yaml", "duties:\n  - {duty: teas, means: makes tea}\n");
    write("seeds/schemas/duties.yaml", "duties:\n  - {duty: agency, means: acts for others}\n");
    write(HEARS, "org.jiuye.tea.cup-ordered.v1: {fields: [cupId, at], sometimes: [until]}\n");
  }

  Notices read() {
    return Notices.of(repository);
  }

  void write(String file, String text) {
    try {
      Path path = repository.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void remove(String file) {
    try {
      Files.delete(repository.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Changes a file where it has a text, once. */
  void replace(String file, String old, String text) {
    String before = text(repository.resolve(file));
    int at = before.indexOf(old);
    if (at < 0) {
      throw new IllegalArgumentException(file + " has no " + old);
    }
    write(file, before.substring(0, at) + text + before.substring(at + old.length()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
