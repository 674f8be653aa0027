package fr.hubee.people.identity;

/** The fields of a replacement in its form, in their order. */
public enum ReplacementField {
    DEPUTY,
    FIRST_DAY,
    LAST_DAY
}
