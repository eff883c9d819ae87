package org.jiuye.bench;

import java.util.ArrayList;
import java.util.List;
import org.jiuye.bench.Lab.SiteStalls;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;

/** What is done many times over. */
enum Operation {
  /** Books a stall that the caller has chosen. */
  BOOK_CHOSEN("book a chosen stall", 201) {
    @Override
    List<HttpCall> calls(Lab lab, List<SiteStalls> sites, Night night, int count) {
      List<TestCaller> callers = night.callers(lab, count);
      List<HttpCall> calls = new ArrayList<>();
      for (SiteStalls site : sites) {
        for (String stallNo : site.stallNumbers()) {
          if (calls.size() < count) {
            calls.add(site.book(callers.get(calls.size()), night.date(), stallNo));
          }
        }
      }
      return calls;
    }
  },

  /** Books whatever is free; the sessions fill to about half. */
  BOOK_ANY("book any stall", 201) {
    @Override
    List<HttpCall> calls(Lab lab, List<SiteStalls> sites, Night night, int count) {
      List<TestCaller> callers = night.callers(lab, count);
      List<HttpCall> calls = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        calls.add(sites.get(number % sites.size()).bookAny(callers.get(number), night.date()));
      }
      return calls;
    }
  },

  /** Gives a stall back that was booked before. */
  CANCEL("cancel", 200) {
    @Override
    List<HttpCall> calls(Lab lab, List<SiteStalls> sites, Night night, int count) {
      List<TestCaller> callers = night.callers(lab, count);
      List<HttpCall> bookings = BOOK_CHOSEN.calls(lab, sites, night, count);
      List<HttpCall> calls = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        String bookingId = lab.call(201, bookings.get(number)).text("bookingId");
        calls.add(Lab.cancel(callers.get(number), bookingId));
      }
      return calls;
    }
  };

  private final String title;
  private final int status;

  Operation(String title, int status) {
    this.title = title;
    this.status = status;
  }

  String title() {
    return title;
  }

  /** What a success answers. */
  int status() {
    return status;
  }

  /** Prepares what comes before, and answers the calls that are timed. */
  abstract List<HttpCall> calls(Lab lab, List<SiteStalls> sites, Night night, int count);
}
