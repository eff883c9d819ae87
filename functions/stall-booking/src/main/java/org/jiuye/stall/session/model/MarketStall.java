package org.jiuye.stall.session.model;

import java.util.Optional;

/**
 * What an employer brings to a stall of the job market. The vacancies themselves are kept with
 * their date, so that a session is read without them.
 *
 * @param employerName as it was verified
 * @param workers how many people staff the stall
 * @param vacancyCount vacancies are numbered from 1 to this
 */
public record MarketStall(
    String creditCode, String employerName, Optional<Integer> workers, int vacancyCount) {}
