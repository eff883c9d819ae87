package org.jiuye.local.tour;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A request as it was sent, and its answer. Names of headers are looked up in any case. */
record Exchange(
    Map<String, String> requestHeaders,
    JsonNode requestBody,
    int status,
    Map<String, String> responseHeaders,
    JsonNode responseBody) {}
