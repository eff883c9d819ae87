package org.jiuye.local.http;

/** A header's name, in lower case for requests, and one value. */
public record HttpHeader(String name, String value) {}
