package org.jiuye.checks.chain;

/** Somebody who has signed in, and the person behind the account. */
record Account(String sub, String personId, String token) {}
