package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jiuye.shared.identity.Role;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private static final Routes.PublicHandler OPEN = _ -> HttpResponse.noContent();
  private static final Routes.CallerHandler GUARDED = (_, _) -> HttpResponse.noContent();

  @Test
  void tellWhichTheyAreAndWhichArePublic() {
    Routes routes =
        Routes.builder()
            .open("GET /sites", OPEN)
            .guarded("POST /stall-bookings", GUARDED, Role.CITIZEN)
            .build();

    assertThat(routes.keys()).containsExactly("GET /sites", "POST /stall-bookings");
    assertThat(routes.isPublic("GET /sites")).isTrue();
    assertThat(routes.isPublic("POST /stall-bookings")).isFalse();
    assertThat(routes.isPublic("GET /nothing")).isFalse();
  }

  @Test
  void aRouteIsPublicOrGuardedNeverBoth() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Routes.builder()
                    .open("GET /sites", OPEN)
                    .guarded("GET /sites", GUARDED, Role.CITIZEN));
  }

  @Test
  void aRouteIsNamedOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Routes.builder().open("GET /sites", OPEN).open("GET /sites", OPEN));
  }
}
