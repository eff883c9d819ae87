package org.jiuye.shared.table;

import java.util.function.Supplier;

/**
 * A write that brings its own answer: where its condition does not hold, the transaction throws it,
 * and the code that writes the transaction need not know of it.
 *
 * @param otherwise what is thrown where the condition does not hold
 */
public record Requirement(Write write, Supplier<? extends RuntimeException> otherwise) {}
