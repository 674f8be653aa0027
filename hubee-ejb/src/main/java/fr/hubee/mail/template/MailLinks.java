package fr.hubee.mail.template;

/** Addresses of portal pages that mails link to. */
public final class MailLinks {
    /** The page for a new password; the secret of the link is appended. */
    public static final String CHOOSE_PASSWORD = "/mot-de-passe?lien=";

    private MailLinks() {}
}
