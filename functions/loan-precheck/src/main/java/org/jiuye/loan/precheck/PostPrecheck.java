package org.jiuye.loan.precheck;

import org.jiuye.loan.rules.model.Facts;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;

/** {@code POST /loan-prechecks}: an honest answer to anybody; nothing is kept. */
public final class PostPrecheck {
  private final CheckLoan checkLoan;
  private final FactsReader reader;
  private final PrecheckViews views;

  public PostPrecheck(CheckLoan checkLoan, FactsReader reader, PrecheckViews views) {
    this.checkLoan = checkLoan;
    this.reader = reader;
    this.views = views;
  }

  public HttpResponse handle(HttpRequest request) {
    Facts facts = request.readBody(reader::read);
    return HttpResponse.ok(views.of(checkLoan.check(facts), request.language()))
        .header("content-language", request.language().tag());
  }
}
