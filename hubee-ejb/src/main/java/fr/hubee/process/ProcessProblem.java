package fr.hubee.process;

/** What is wrong with one field of a {@link ProcessForm}, as a French sentence. */
public record ProcessProblem(ProcessField field, String sentence) {}
