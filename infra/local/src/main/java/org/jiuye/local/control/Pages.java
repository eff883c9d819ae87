package org.jiuye.local.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jiuye.local.http.HttpAnswer;

/** The pages for a browser: the start page, the tour, the API to try, and the contract. */
final class Pages {

  private static final List<String> OWN =
      List.of(
          "start.html",
          "start.css",
          "start.js",
          "docs.html",
          "docs.css",
          "docs.js",
          "tour.html",
          "tour.css",
          "tour.js",
          "people.js",
          "texts.js",
          "base.css",
          "icon.svg");
  private static final List<String> SWAGGER_UI = List.of("swagger-ui.css", "swagger-ui-bundle.js");
  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
  private static final String WEBJAR_VERSION =
      "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /** Pages load nothing from elsewhere; Swagger UI brings styles and pictures in its script. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'none'";

  private final Path openApi;

  Pages(Path openApi) {
    this.openApi = openApi;
  }

  /** The page at a path, empty where there is none. */
  Optional<HttpAnswer> at(String path) {
    return switch (path) {
      case "/" -> Optional.of(own("start.html"));
      case "/docs", "/docs/" -> Optional.of(own("docs.html"));
      case "/tour", "/tour/" -> Optional.of(own("tour.html"));
      case "/favicon.ico" -> Optional.of(own("icon.svg"));
      case "/openapi.yaml" -> Optional.of(contract());
      default -> asset(path);
    };
  }

  private static Optional<HttpAnswer> asset(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/_local/assets/" + name) && OWN.contains(name)) {
      return Optional.of(own(name));
    }
    if (path.equals("/docs/" + name) && SWAGGER_UI.contains(name)) {
      return Optional.of(
          page(WEBJAR + webjarVersion() + "/" + name).with("cache-control", "max-age=86400"));
    }
    return Optional.empty();
  }

  private HttpAnswer contract() {
    if (!Files.exists(openApi)) {
      throw ProblemException.notFound("There is no " + openApi.getFileName() + " in this project.");
    }
    try {
      return HttpAnswer.of(200, "application/yaml", Files.readAllBytes(openApi))
          .with("cache-control", "no-cache");
    } catch (IOException problem) {
      throw new UncheckedIOException(openApi + " cannot be read", problem);
    }
  }

  private static HttpAnswer own(String name) {
    return page("pages/" + name)
        .with("cache-control", "no-cache")
        .with("content-security-policy", CONTENT_POLICY)
        .with("x-content-type-options", "nosniff");
  }

  private static HttpAnswer page(String resource) {
    String type = resource.substring(resource.lastIndexOf('.') + 1);
    return HttpAnswer.of(200, TYPES.getOrDefault(type, "application/octet-stream"), read(resource));
  }

  private static String webjarVersion() {
    Properties properties = new Properties();
    try (InputStream content = open(WEBJAR_VERSION)) {
      properties.load(content);
    } catch (IOException problem) {
      throw new UncheckedIOException("Swagger UI's version cannot be read", problem);
    }
    return properties.getProperty("version");
  }

  private static byte[] read(String resource) {
    try (InputStream content = open(resource)) {
      return content.readAllBytes();
    } catch (IOException problem) {
      throw new UncheckedIOException(resource + " cannot be read", problem);
    }
  }

  private static InputStream open(String resource) {
    InputStream content = Pages.class.getResourceAsStream(resource);
    if (content == null) {
      throw new IllegalStateException("The class path has no " + resource);
    }
    return content;
  }
}
