package org.jiuye.loan.loancase;

import java.util.regex.Pattern;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.loancase.model.Trace;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.person.KeyGoneException;
import org.jiuye.shared.problem.ProblemException;

/** The cases that a caller may see. */
public final class Cases {
  private static final Pattern LOAN_CASE_ID = Pattern.compile("[0-9a-f-]{36}");

  private final CaseStore store;
  private final CaseAccess access;

  public Cases(CaseStore store, CaseAccess access) {
    this.store = store;
    this.access = access;
  }

  /** Reads the id of a case from a request's path. */
  static String idIn(HttpRequest request) {
    return request.readParameters(parameters -> parameters.path("loanCaseId", LOAN_CASE_ID));
  }

  /**
   * A case.
   *
   * @throws ProblemException 404 where there is no such case that the caller may see
   */
  LoanCase get(Caller caller, String loanCaseId) {
    return store
        .find(loanCaseId)
        .filter(found -> access.sightOf(caller, found) != CaseAccess.Sight.NOTHING)
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }

  /**
   * The trace of a case.
   *
   * @throws ProblemException 410 {@code person-erased}
   */
  Trace trace(LoanCase loanCase) {
    try {
      return store.trace(loanCase);
    } catch (KeyGoneException erased) {
      throw ProblemException.of(410, "person-erased");
    }
  }
}
