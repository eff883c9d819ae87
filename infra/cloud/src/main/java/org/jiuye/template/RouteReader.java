package org.jiuye.template;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the events that make a function serve a route. */
final class RouteReader {

  private static final Set<String> UNDERSTOOD =
      Set.of("ApiId", "Method", "Path", "Auth", "PayloadFormatVersion");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ANY");

  private RouteReader() {}

  static LambdaFunction.Route read(
      String owner, String name, TemplateNode.Mapping mapping, Map<String, String> apis) {
    Properties properties = new Properties(owner, mapping, UNDERSTOOD);
    String api = apis.get(properties.requiredText("ApiId"));
    if (api == null) {
      throw properties.refuse("ApiId", "must be a !Ref to an HTTP API of this template");
    }
    if (!properties.text("PayloadFormatVersion").orElse("2.0").equals("2.0")) {
      throw properties.refuse("PayloadFormatVersion", "must be 2.0");
    }
    String path = properties.requiredText("Path");
    String method = properties.requiredText("Method").toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      throw properties.refuse("Method", "is not known: " + method);
    }
    if (!path.startsWith("/")) {
      throw properties.refuse("Path", "must begin with /");
    }
    return new LambdaFunction.Route(name, api, method + " " + path, isPublic(properties), true);
  }

  private static boolean isPublic(Properties route) {
    if (!route.has("Auth")) {
      return false;
    }
    Properties auth = route.nested("Auth", Set.of("Authorizer"));
    if (!auth.requiredText("Authorizer").equals("NONE")) {
      throw auth.refuse("Authorizer", "must be NONE, or absent for the API's default");
    }
    return true;
  }
}
