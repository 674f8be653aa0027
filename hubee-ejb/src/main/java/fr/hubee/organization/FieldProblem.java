package fr.hubee.organization;

/** What is wrong with one field of an {@link OrganizationForm}, as a French sentence. */
public record FieldProblem(OrganizationField field, String sentence) {}
