package fr.hubee.people.identity;

/** The fields of an account in a form, in their order. */
public enum AccountField {
    TYPE,
    PROCESSES,
    EMAIL,
    CIVILITY,
    FIRST_NAME,
    LAST_NAME,
    FUNCTION,
    PHONE,
    MOBILE,
    ROLES
}
