package org.jiuye.loan.rules.model;

import java.util.Optional;
import org.jiuye.loan.terms.model.LoanKind;

/**
 * A loan that somebody has already.
 *
 * @param amountFen what is owed, in fen
 */
public record OtherLoan(LoanKind kind, Optional<Long> amountFen) {}
