package fr.hubee.mail;

import java.util.Locale;

/** The mails that HubEE writes; {@code docs/mail.md} tells the values that each text may use. */
public enum MailTemplate {
    /** An account was made: its person is to choose a password. */
    INVITATION("Création du compte", Secret.LINK),
    /** A password was forgotten. */
    RESET("Mot de passe oublié", Secret.LINK),
    ONE_TIME_CODE("Code de connexion", Secret.CODE),
    /** Whoever changed it, its person is told. */
    PASSWORD_CHANGED("Mot de passe modifié", Secret.NONE);

    private final String label;
    private final Secret secret;

    MailTemplate(String label, Secret secret) {
        this.label = label;
        this.secret = secret;
    }

    /** What is made when the mail leaves, and stored nowhere. */
    enum Secret {
        NONE,
        LINK,
        CODE
    }

    /** On screen. */
    public String label() {
        return label;
    }

    Secret secret() {
        return secret;
    }

    /** The name of its files, without their ending. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every value that it is ever given, to try its texts at start. */
    MailValues sample() {
        var person = MailValues.of("name", "Ada Lovelace").and("login", "ada.lovelace@pontcarre.example");
        return switch (this) {
            case INVITATION, RESET -> person.and("link", "https://hubee.example/mot-de-passe?lien=exemple");
            case ONE_TIME_CODE -> person.and("code", "123456");
            case PASSWORD_CHANGED -> person.and("changedAt", "25/11/2026 à 10:04");
        };
    }
}
