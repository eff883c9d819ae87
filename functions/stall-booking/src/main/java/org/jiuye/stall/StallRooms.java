package org.jiuye.stall;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.stall.booking.BookingRoom;
import org.jiuye.stall.employer.EmployerRoom;
import org.jiuye.stall.frontage.FrontageRoom;
import org.jiuye.stall.market.MarketRoom;
import org.jiuye.stall.night.NightRoom;
import org.jiuye.stall.session.SessionRoom;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.SiteRoom;
import org.jiuye.stall.standing.StandingRoom;
import org.jiuye.stall.vacancy.VacancyRoom;
import org.jiuye.stall.waitinglist.WaitingListRoom;

/** The rooms, wired: each knows some of those before it, and none after it. */
@BuiltByName
record StallRooms(
    SiteRoom site,
    StandingRoom standing,
    VacancyRoom vacancy,
    EmployerRoom employer,
    BookingRoom booking,
    WaitingListRoom waitingList,
    NightRoom night,
    MarketRoom market,
    FrontageRoom frontage) {

  static StallRooms of(Table table, Items items, CountyTime time) {
    SiteRoom site = new SiteRoom(table, items, time);
    SiteCatalog catalog = site.catalog();
    StandingRoom standing = new StandingRoom(table, items, catalog, time);
    VacancyRoom vacancy = new VacancyRoom(table, items, catalog, time);
    EmployerRoom employer = new EmployerRoom(table, items, catalog, time);
    SessionRoom session = SessionRoom.of(table, items, catalog, standing.store(), time);
    BookingRoom booking = new BookingRoom(session, time);
    return StallRoomsBuilder.builder()
        .site(site)
        .standing(standing)
        .vacancy(vacancy)
        .employer(employer)
        .booking(booking)
        .waitingList(new WaitingListRoom(session, booking, time))
        .night(new NightRoom(session, booking, standing, time))
        .market(new MarketRoom(table, items, session, booking, employer, vacancy, time))
        .frontage(new FrontageRoom(table, items, catalog, employer.acting(), time))
        .build();
  }
}
