package org.jiuye.stall.vacancy.model;

import java.time.LocalDate;
import org.jiuye.shared.record.BuiltByName;

/**
 * A vacancy as it hangs out at a stall of the job market.
 *
 * @param vacancyNo its number in the booking, from 1
 */
@BuiltByName
public record PostedVacancy(
    String siteId,
    LocalDate date,
    String stallNo,
    String bookingId,
    String creditCode,
    String employerName,
    int vacancyNo,
    Vacancy vacancy) {}
