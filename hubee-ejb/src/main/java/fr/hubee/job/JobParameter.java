package fr.hubee.job;

import java.util.function.Predicate;

/**
 * Something that may be chosen when a job is started by hand.
 *
 * @param name in the definition of the job
 * @param label on screen
 * @param good whether a text makes sense
 */
public record JobParameter(String name, String label, Predicate<String> good) {}
