/**
 * Three-valued rules: a condition is met, not met, or unknown, and unknown is not no. Rules are
 * named values in a list; they judge the facts that somebody told under the terms of a policy. This
 * package says what such rules have in common, whatever they are about. Pure Java.
 *
 * <p>An {@link org.jiuye.loan.logic.Assessment} runs a list of rules. {@link
 * org.jiuye.loan.logic.Questions} finds which untold facts are worth asking for, and {@link
 * org.jiuye.loan.logic.RemedySearch} what would have to change for a failed assessment to pass.
 */
@NullMarked
package org.jiuye.loan.logic;

import org.jspecify.annotations.NullMarked;
