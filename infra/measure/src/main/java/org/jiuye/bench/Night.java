package org.jiuye.bench;

import java.util.ArrayList;
import java.util.List;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;

/** A night that nobody has booked yet. */
record Night(String date) {
  /**
   * Citizens who have no other booking. The function has met them already and so knows the persons
   * behind their accounts, as a warm one does.
   */
  List<TestCaller> callers(Lab lab, int count) {
    List<TestCaller> callers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      TestCaller caller = lab.citizen(date + "/" + number);
      lab.call(200, HttpCall.of("GET /stall-bookings").by(caller));
      callers.add(caller);
    }
    return callers;
  }
}
