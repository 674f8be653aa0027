package fr.hubee.mail.template;

/** Where links in mails lead to: the portal has a page there. */
public final class MailLinks {
    /** The page that takes a new password; what follows is the secret of the link. */
    public static final String CHOOSE_PASSWORD = "/mot-de-passe?lien=";

    private MailLinks() {}
}
