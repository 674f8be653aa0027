package fr.hubee.statistics;

import java.time.LocalDate;

/** One day of a period; zeros when nothing happened. */
public record DayFigures(LocalDate day, long received, long pickedUp, long finished, long refused) {}
