package org.jiuye.stall.vacancy.model;

import java.time.LocalDate;

/**
 * A vacancy as it hangs out at a stall of the job market.
 *
 * @param vacancyNo its number in the booking, from 1
 */
public record PostedVacancy(
    String siteId,
    LocalDate date,
    String stallNo,
    String bookingId,
    String creditCode,
    String employerName,
    int vacancyNo,
    Vacancy vacancy) {}
