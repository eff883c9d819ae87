package org.jiuye.stall.vacancy.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Work that an employer offers, in the employer's words; public.
 *
 * @param headcount how many people are wanted
 * @param conditions what is asked of them
 * @param validUntil the last day on which one may apply
 */
public record Vacancy(
    String title,
    String duties,
    int headcount,
    PayRange monthlyPay,
    String place,
    Optional<String> conditions,
    LocalDate validUntil) {}
