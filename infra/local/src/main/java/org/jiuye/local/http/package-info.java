/**
 * Serves the template's HTTP API on loopback with the semantics of API Gateway: routes, the JWT
 * authorizer, CORS, throttling, and events of payload format 2.0.
 */
@NullMarked
package org.jiuye.local.http;

import org.jspecify.annotations.NullMarked;
