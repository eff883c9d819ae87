package org.jiuye.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Does what its event says. */
public final class SmallHandler implements RequestStreamHandler {
  /** Lambda makes one. */
  public SmallHandler() {
    if (System.getenv("FAIL_AT_START") != null) {
      throw new IllegalStateException("told to fail at the start");
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    String answer =
        switch (event) {
          case "\"fail\"" -> throw new IllegalArgumentException("told to fail");
          case "\"exit\"" -> {
            Runtime.getRuntime().halt(3);
            yield "";
          }
          case "\"time\"" -> Integer.toString(context.getRemainingTimeInMillis());
          case "\"arn\"" -> context.getInvokedFunctionArn();
          case "\"environment\"" -> new TreeMap<>(System.getenv()).keySet().toString();
          default -> event;
        };
    System.out.println("was given " + event);
    output.write(answer.getBytes(StandardCharsets.UTF_8));
  }
}
