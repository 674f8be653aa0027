package fr.hubee.statistics;

import java.time.LocalDate;

/** One day of a period; a day on which nothing happened has zeros. */
public record DayFigures(LocalDate day, long received, long pickedUp, long finished, long refused) {}
