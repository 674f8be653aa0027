package fr.hubee.people.password;

/** The purpose of a link to choose a password. */
public enum LinkPurpose {
    /** Her account has just been created. */
    INVITATION,
    /** Requested by herself, or by a manager of accounts. */
    RESET
}
