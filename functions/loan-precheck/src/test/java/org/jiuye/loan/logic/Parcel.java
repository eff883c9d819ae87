package org.jiuye.loan.logic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.policy.Setting;

/**
 * Facts for tests: a parcel of which the weight and the sender may not be told yet.
 *
 * @param day the day on which it is posted
 */
record Parcel(Optional<Integer> weight, Optional<Boolean> signed, LocalDate day) {
  /** At most as heavy as the terms say; lighter parcels are proposed. */
  static final Rule<Parcel, Integer> WEIGHT = Rule.of("WEIGHT", Parcel::weight, "most");

  static final Rule<Parcel, Integer> SIGNED = Rule.of("SIGNED", Parcel::signed);

  /** Posted in August or later. */
  static final Rule<Parcel, Integer> SEASON = Rule.of("SEASON", Parcel::season);

  /** Posted before the year is over; nothing can be done about it. */
  static final Rule<Parcel, Integer> YEAR = Rule.of("YEAR", Parcel::year);

  /** A rule whose limit nobody could find. */
  static final Rule<Parcel, Integer> UNSET =
      Rule.of("UNSET", (_, _) -> Finding.unset(Setting.none("size")), "size");

  static final List<Rule<Parcel, Integer>> RULES = List.of(WEIGHT, SIGNED, SEASON, YEAR);

  static Parcel of(int weight, boolean signed, String day) {
    return new Parcel(Optional.of(weight), Optional.of(signed), LocalDate.parse(day));
  }

  static Parcel untold() {
    return new Parcel(Optional.empty(), Optional.empty(), LocalDate.parse("2026-08-01"));
  }

  Assessment<Parcel, Integer> under(int most) {
    return Assessment.of(RULES, this, most);
  }

  private static Finding<Parcel> weight(Parcel parcel, int most) {
    return parcel
        .weight()
        .map(
            told ->
                told <= most
                    ? Finding.<Parcel>met(Map.of("weight", told))
                    : Finding.<Parcel>notMet(Map.of("weight", told), List.of(new Lighten(most))))
        .orElseGet(
            () ->
                Finding.unknown(
                    Map.of(),
                    List.of(
                        Question.of("/weight", parcel.weighing(most), parcel.weighing(most + 1)))));
  }

  private static Finding<Parcel> signed(Parcel parcel, int most) {
    if (parcel.signed().isEmpty()) {
      return Finding.unknown(
          Map.of(),
          List.of(
              Question.of(
                  "/signed",
                  new Parcel(parcel.weight(), Optional.of(true), parcel.day()),
                  new Parcel(parcel.weight(), Optional.of(false), parcel.day()))));
    }
    return parcel.signed().get()
        ? Finding.met(Map.of())
        : Finding.notMet(Map.of(), List.of(new Sign()));
  }

  private static Finding<Parcel> season(Parcel parcel, int most) {
    LocalDate august = LocalDate.parse("2026-08-01");
    return parcel.day().isBefore(august)
        ? Finding.notMet(Map.of(), List.of(new Wait(august)))
        : Finding.met(Map.of());
  }

  private static Finding<Parcel> year(Parcel parcel, int most) {
    return parcel.day().getYear() > 2026
        ? Finding.notMet(Map.of(), List.of())
        : Finding.met(Map.of());
  }

  private Parcel weighing(int kilograms) {
    return new Parcel(Optional.of(kilograms), signed, day);
  }

  record Lighten(int to) implements Change<Parcel> {
    @Override
    public String code() {
      return "LIGHTEN";
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("to", to);
    }

    @Override
    public Parcel applyTo(Parcel parcel) {
      return parcel.weighing(to);
    }
  }

  record Sign() implements Change<Parcel> {
    @Override
    public String code() {
      return "SIGN";
    }

    @Override
    public Map<String, Object> details() {
      return Map.of();
    }

    @Override
    public Parcel applyTo(Parcel parcel) {
      return new Parcel(parcel.weight(), Optional.of(true), parcel.day());
    }
  }

  record Wait(LocalDate until) implements Change<Parcel> {
    @Override
    public String code() {
      return "WAIT";
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("until", until.toString());
    }

    @Override
    public Parcel applyTo(Parcel parcel) {
      return new Parcel(parcel.weight(), parcel.signed(), until);
    }

    @Override
    public Optional<LocalDate> waitsUntil() {
      return Optional.of(until);
    }
  }
}
