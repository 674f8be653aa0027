package fr.hubee.people.identity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Who is to replace somebody, as typed; null where nothing was chosen.
 *
 * @param lastDay it is the last one on which the deputy has the rights of the absent person
 */
public record NewReplacement(UUID deputy, LocalDate firstDay, LocalDate lastDay) {}
