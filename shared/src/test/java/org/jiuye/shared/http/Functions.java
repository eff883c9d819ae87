package org.jiuye.shared.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jiuye.shared.identity.Accounts;
import org.jiuye.shared.identity.Callers;
import org.jiuye.shared.support.UnusedClient;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.text.Messages;
import org.springframework.messaging.support.GenericMessage;

/** Runs HTTP functions whose use cases a test gives. */
final class Functions {
  private Functions() {}

  static Callers callers() {
    return new Callers(new Accounts(new Table(new UnusedClient(), "unused")), "role", "divisions");
  }

  static HttpFunction serving(Routes routes) {
    return new HttpFunction(routes, callers(), new Messages("org.jiuye.shared.http.problems"));
  }

  static HttpFunction open(Routes.PublicHandler handler) {
    return serving(Routes.builder().open("POST /things", handler).build());
  }

  static Answer call(HttpFunction function, HttpApiEvent event) {
    return Answer.read(call(function, event.bytes()));
  }

  static byte[] call(HttpFunction function, byte[] event) {
    return function.apply(new GenericMessage<InputStream>(new ByteArrayInputStream(event)));
  }
}
