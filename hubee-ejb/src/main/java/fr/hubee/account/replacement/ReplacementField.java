package fr.hubee.account.replacement;

/** The fields of a replacement in its form, in their order. */
public enum ReplacementField {
    DEPUTY,
    FIRST_DAY,
    LAST_DAY
}
