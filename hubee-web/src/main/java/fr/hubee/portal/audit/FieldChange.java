package fr.hubee.portal.audit;

/** What changed of one field, as a person reads it; null for nothing. */
public record FieldChange(String field, String before, String after) {}
