package org.jiuye.stall.booking.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One night as it can be played, step by step; each step answers the state that came of it, or the
 * code of the refusal. Two that are played alike must answer and look alike.
 */
public interface PlayedNight {
  /** Everything that can be seen from outside, as text. */
  String picture();

  /** Books a stall. */
  String book(String person, String stallNo);

  /** Gives the stall back. */
  String cancel(String person);

  /** Joins the waiting list. */
  String join(String person);

  /** Leaves the waiting list; nothing where that was possible. */
  String leave(String person);

  /** Accepts or refuses an offer. */
  String answer(String person, boolean accepted);

  /** The warden sees the holder. */
  String checkIn(String person);

  /** Closes the session; nothing where that was possible. */
  String close();

  /** Opens the session again; nothing where that was possible. */
  String reopen();

  /** Time passes, and the schedules run. */
  void pass(int minutes);

  /** Plays steps by chance and compares after each. */
  static void compare(
      SplittableRandom random,
      PlayedNight rules,
      PlayedNight code,
      List<String> persons,
      List<String> stallNumbers,
      int steps) {
    List<String> played = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      String person = persons.get(random.nextInt(persons.size()));
      String stallNo = stallNumbers.get(random.nextInt(stallNumbers.size()));
      int dice = random.nextInt(100);
      int minutes = 1 + random.nextInt(random.nextInt(4) == 0 ? 240 : 40);
      boolean accepted = random.nextBoolean();
      played.add(person + " " + stallNo + " " + dice + " " + minutes);
      String expected = step(rules, dice, person, stallNo, minutes, accepted);
      String actual = step(code, dice, person, stallNo, minutes, accepted);
      assertThat(actual).as("answer after %s", played).isEqualTo(expected);
      assertThat(code.picture()).as("picture after %s", played).isEqualTo(rules.picture());
    }
  }

  private static String step(
      PlayedNight night, int dice, String person, String stallNo, int minutes, boolean accepted) {
    if (dice < 25) {
      return night.book(person, stallNo);
    } else if (dice < 45) {
      return night.join(person);
    } else if (dice < 58) {
      return night.cancel(person);
    } else if (dice < 72) {
      return night.answer(person, accepted);
    } else if (dice < 77) {
      return night.leave(person);
    } else if (dice < 83) {
      return night.checkIn(person);
    } else if (dice < 84) {
      return night.close();
    } else if (dice < 87) {
      return night.reopen();
    }
    night.pass(minutes);
    return "";
  }
}
