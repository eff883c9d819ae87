package org.jiuye.stall.vacancy.model;

/**
 * What is paid a month.
 *
 * @param from whole yuan
 * @param to whole yuan, not less
 */
public record PayRange(int from, int to) {}
