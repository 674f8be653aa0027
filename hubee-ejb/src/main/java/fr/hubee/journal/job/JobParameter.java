package fr.hubee.journal.job;

import java.util.function.Predicate;

/**
 * A parameter of a manual start.
 *
 * @param name in the definition of the job
 * @param label on screen
 * @param good whether a text is valid
 */
public record JobParameter(String name, String label, Predicate<String> good) {}
