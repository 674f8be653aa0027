package fr.hubee.process;

/** An error in one field of a {@link ProcessForm}, as a French message. */
public record ProcessProblem(ProcessField field, String sentence) {}
