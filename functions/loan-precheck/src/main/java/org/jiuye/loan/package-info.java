/**
 * The loan pre-check: an honest answer before an application, and the cases that are kept.
 *
 * <p>The rooms, each of which knows only those above it:
 *
 * <ul>
 *   <li>{@code logic}: three-valued rules, whatever they are about;
 *   <li>{@code terms}: the dated terms of each loan, with documents, banks and papers;
 *   <li>{@code rules}: the facts, the conditions of each loan, and the policies in words;
 *   <li>{@code precheck}: a pre-check for anybody, and the comparison of versions;
 *   <li>{@code loancase}: pre-checks that are kept, and their referral to a bank.
 * </ul>
 */
@NullMarked
package org.jiuye.loan;

import org.jspecify.annotations.NullMarked;
