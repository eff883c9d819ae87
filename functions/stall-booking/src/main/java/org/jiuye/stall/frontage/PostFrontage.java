package org.jiuye.stall.frontage;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontageNights;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Site;

/** {@code POST /frontages}. */
final class PostFrontage {
  private static final Pattern STALL_NO = Pattern.compile("[A-Z]\\d{3}");

  /** The market regulator's codes begin with 9, which no resident ID does. */
  private static final Pattern CREDIT_CODE = Pattern.compile("9[0-9A-Z]{17}");

  /** What stands over the door: never so many digits that it could be somebody's number. */
  private static final Pattern SHOP_NAME =
      Pattern.compile("(?!.*\\d{8})[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ·•&'’()().\\-]{0,59}");

  private final FrontageCatalog catalog;
  private final DeclareFrontage declareFrontage;
  private final FrontageViews views;
  private final Idempotency idempotency;

  PostFrontage(
      FrontageCatalog catalog,
      DeclareFrontage declareFrontage,
      FrontageViews views,
      Idempotency idempotency) {
    this.catalog = catalog;
    this.declareFrontage = declareFrontage;
    this.views = views;
    this.idempotency = idempotency;
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
    Acting acting = Acting.of(caller, body.onBehalfOf());
    DeclareFrontage.Declaration declaration =
        new DeclareFrontage.Declaration(
            site, body.stallNo(), body.creditCode(), body.shopName(), body.nights());
    return declareFrontage.declare(declaration, acting, attempt);
  }
}
