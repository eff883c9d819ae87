package org.jiuye.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A repository with a small contract: a frame and one capability, which a test may change. */
final class SmallContract {
  static final String FRAME = "infra/contract/frame.yaml";
  static final String TEA = "functions/tea-room/api.yaml";

  private static final String FRAME_TEXT =
      """
      openapi: 3.1.0
      info: {title: Small, version: 1.0.0}
      servers: []
      x-operations:
        every: {parameters: [AcceptLanguage], problems: [invalid-request]}
        guarded: {problems: [unauthenticated]}
        withBody: {problems: [body-missing]}
        guardedPost: {parameters: [IdempotencyKey], problems: [key-reused]}
      x-gateway-answers:
        '401': {message: Unauthorized, when: There is no token.}
        '429': {alone: true, message: Too Many Requests, when: There are too many.}
      x-problems:
        invalid-request: {status: 400, field: /date, value: not-a-date}
        body-missing: {status: 400}
        unauthenticated: {status: 401}
        key-reused: {status: 422}
      x-wrong-values: [not-a-date]
      components:
        securitySchemes:
          Jwt: {type: http, scheme: bearer}
        parameters:
          AcceptLanguage: {name: Accept-Language, in: header, schema: {type: string}}
          IdempotencyKey: {name: Idempotency-Key, in: header, schema: {type: string}}
        headers:
          ContentLanguage: {schema: {type: string}}
        schemas:
          GatewayMessage: {type: object}
          Problem:
            type: object
            required: [type, code]
            properties:
              type: {description: A URI., type: string, pattern: x}
              status: {type: integer}
              code: {type: string}
              errors: {type: array, items: {$ref: '#/components/schemas/ValueError'}}
          ValueError:
            type: object
            properties:
              code: {type: string}
      """;

  private static final String TEA_TEXT =
      """
      tags:
        - name: Tea
      paths:
        /teas:
          get:
            operationId: listTeas
            tags: [Tea]
            security: []
            responses:
              '200': {description: Teas.}
        /teas/{teaId}/cups:
          post:
            operationId: orderCup
            tags: [Tea]
            security: [{Jwt: []}]
            x-problems: [sold-out]
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Cup'}}}}
            responses:
              '201':
                description: A cup.
                headers:
                  Location: {schema: {type: string}}
      components:
        schemas:
          Cup: {type: object}
      x-problems:
        sold-out:
          status: 409
          members:
            until: {type: string}
            instead: {type: string}
          optional: [instead]
          example: {until: Monday}
      """;

  private final Path repository;

  SmallContract(Path repository) {
    this.repository = repository;
    write(FRAME, FRAME_TEXT);
    write(TEA, TEA_TEXT);
    write(messages("shared", "en"), "invalid-request=Wrong\nbody-missing=No body\n");
    append(
        messages("shared", "en"), "unauthenticated=Sign in\nkey-reused=Used\nnot-a-date=no date\n");
    write(messages("shared", "zh_CN"), "invalid-request=错误\nbody-missing=无内容\n");
    append(messages("shared", "zh_CN"), "unauthenticated=请登录\nkey-reused=已用\nnot-a-date=非日期\n");
    write(
        messages("functions/tea-room", "en"),
        "sold-out=There is no more\nsold-out.detail=Come again.\n");
    write(messages("functions/tea-room", "zh_CN"), "sold-out=已售完\nsold-out.detail=请再来。\n");
  }

  Assembly assembly() {
    return Assembly.of(repository);
  }

  /** A file of messages of a module. */
  static String messages(String module, String language) {
    return module + "/src/main/resources/org/small/problems_" + language + ".properties";
  }

  /** Puts a text in the place of another, which must be there. */
  SmallContract replace(String file, String old, String text) {
    String before = read(file);
    if (!before.contains(old)) {
      throw new IllegalArgumentException(file + " has no " + old);
    }
    write(file, before.replace(old, text));
    return this;
  }

  /** Writes a file, in place of what was there. */
  SmallContract write(String file, String text) {
    Path path = repository.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return this;
  }

  private void append(String file, String text) {
    write(file, read(file) + text);
  }

  private String read(String file) {
    try {
      return Files.readString(repository.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
