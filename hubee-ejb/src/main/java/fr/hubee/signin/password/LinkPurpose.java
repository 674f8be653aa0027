package fr.hubee.signin.password;

/** Why a person is sent a link to choose a password. */
public enum LinkPurpose {
    /** Her account has just been made. */
    INVITATION,
    /** She asked for it, or somebody who manages accounts did. */
    RESET
}
