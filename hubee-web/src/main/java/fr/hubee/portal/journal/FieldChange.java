package fr.hubee.portal.journal;

/** A change of one field, as displayed; null for no value. */
public record FieldChange(String field, String before, String after) {}
