package fr.hubee.organization;

/** An error in one field of an {@link OrganizationForm}, as a French message. */
public record FieldProblem(OrganizationField field, String sentence) {}
