package org.jiuye.stall.frontage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.stall.employer.ActingEmployer;
import org.jiuye.stall.employer.model.Employer;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontageNights;
import org.jiuye.stall.frontage.model.FrontagePolicy;
import org.jiuye.stall.frontage.model.FrontageRule;
import org.jiuye.stall.frontage.model.FrontageState;
import org.jiuye.stall.frontage.model.FrontageStep;
import org.jiuye.stall.session.Nonce;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Site;

/**
 * {@code POST /frontages}: a shop declares the pavement in front of it for a season. For a shop
 * acts who registered its credit code as an employer's and was verified by a caseworker.
 */
final class DeclareFrontage {
  private static final Pattern STALL_NO = Pattern.compile("[A-Z]\\d{3}");

  /** The market regulator's codes begin with 9, which no resident ID does. */
  private static final Pattern CREDIT_CODE = Pattern.compile("9[0-9A-Z]{17}");

  /** What stands over the door: never so many digits that it could be somebody's number. */
  private static final Pattern SHOP_NAME =
      Pattern.compile("(?!.*\\d{8})[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ·•&'’()().\\-]{0,59}");

  private final FrontageCatalog catalog;
  private final FrontageStore store;
  private final ActingEmployer acting;
  private final FrontageViews views;
  private final Idempotency idempotency;
  private final CountyTime time;

  DeclareFrontage(
      FrontageCatalog catalog,
      FrontageStore store,
      ActingEmployer acting,
      FrontageViews views,
      Idempotency idempotency,
      CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.acting = acting;
    this.views = views;
    this.idempotency = idempotency;
    this.time = time;
  }

  private record Body(
      String siteId,
      String stallNo,
      String creditCode,
      String shopName,
      FrontageNights nights,
      Optional<String> onBehalfOf) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Body body =
        request.readBody(
            fields ->
                new Body(
                    fields.text("siteId", SiteCatalog.SITE_ID),
                    fields.text("stallNo", STALL_NO),
                    fields.text("creditCode", CREDIT_CODE),
                    fields.text("shopName", SHOP_NAME),
                    new FrontageNights(fields.date("from"), fields.date("to")),
                    fields.optionalPersonId("onBehalfOf")));
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> views.created(declare(body, caller, attempt)),
        views::createdBefore);
  }

  private Frontage declare(Body body, Caller caller, Attempt attempt) {
    Site site = catalog.site(body.siteId());
    String personId = Acting.of(caller, body.onBehalfOf()).personId();
    caller.requireReach(site.division());
    ActingEmployer.requireValid(body.creditCode());
    Instant now = time.now();
    LocalDate tonight = site.window().serviceDateOf(now);
    Optional<FrontagePolicy> policy = catalog.policyOn(site.siteId(), body.nights().from());
    FrontageRule.denial(new FrontageRule.Wish(site, body.stallNo(), body.nights(), policy, tonight))
        .ifPresent(
            denial -> {
              throw problem(denial);
            });
    Employer shop = acting.require(body.creditCode(), personId);
    Frontage frontage = frontage(body, site, personId, policy.orElseThrow(), now);
    FrontageStep step = firstStep(frontage, caller, body.onBehalfOf());
    // Others may declare the place meanwhile, perhaps for other nights.
    LookAgain.untilDone(
        () -> store.place(site.siteId(), body.stallNo()),
        place -> {
          if (place.isTaken(body.nights())) {
            throw ProblemException.of(409, "frontage-taken");
          }
          return store.declare(
              place,
              frontage,
              step,
              tonight,
              ActingEmployer.stillVerified(shop),
              attempt.record(frontage.frontageId()));
        });
    return frontage;
  }

  private static Frontage frontage(
      Body body, Site site, String personId, FrontagePolicy policy, Instant now) {
    return new Frontage(
        site.siteId() + "." + body.stallNo() + "." + Nonce.next(),
        site.siteId(),
        site.division(),
        body.stallNo(),
        body.creditCode(),
        body.shopName(),
        personId,
        body.onBehalfOf().isPresent(),
        body.nights(),
        FrontageState.ACTIVE,
        Optional.empty(),
        List.of(),
        now,
        policy.policyId(),
        policy.version(),
        1);
  }

  private static FrontageStep firstStep(
      Frontage frontage, Caller caller, Optional<String> onBehalfOf) {
    return new FrontageStep(
        FrontageStep.Kind.DECLARED,
        frontage.declaredAt(),
        caller.actor(),
        onBehalfOf,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        frontage.policyId(),
        frontage.policyVersion(),
        Optional.empty(),
        frontage.state(),
        frontage.version());
  }

  private static ProblemException problem(FrontageRule.Denial denial) {
    String code = denial.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    ProblemException problem = ProblemException.of(422, code);
    for (var detail : denial.details().entrySet()) {
      problem = problem.with(detail.getKey(), detail.getValue());
    }
    return problem;
  }
}
