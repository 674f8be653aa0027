package fr.hubee.mail.outbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The mails that HubEE sends; {@code docs/mail.md} lists the values that each text may use. */
public enum MailTemplate {
    /** An account was created: the person must choose a password. */
    INVITATION("Création du compte", Secret.LINK),
    /** A password was forgotten. */
    RESET("Mot de passe oublié", Secret.LINK),
    ONE_TIME_CODE("Code de connexion", Secret.CODE),
    /** To the account's owner, even if she made the change herself. */
    PASSWORD_CHANGED("Mot de passe modifié", Secret.NONE),
    /** To the account's owner, even if she made the change herself. */
    TOTP_ENROLLED("Application d’authentification associée", Secret.NONE),
    TOTP_REMOVED("Application d’authentification dissociée", Secret.NONE),
    /** To a person who is to replace a colleague. */
    DEPUTY_NAMED("Remplacement d’une personne absente", Secret.NONE),
    /** To the other administrators of her organisation: her password was reset by mail. */
    PASSWORD_RESET("Mot de passe d’une autre personne remplacé", Secret.NONE),
    /** To an administration that wants a mail for each télédossier. */
    CASE_NEW("Nouveau télédossier", Secret.NONE),
    CASE_CHANGED("Télédossier mis à jour", Secret.NONE),
    /** To one that wants a mail once or twice a day. */
    DIGEST("Télédossiers transmis", Secret.NONE),
    /** To the people responsible for télédossiers that nobody opened. */
    UNOPENED("Télédossiers que personne n’a ouverts", Secret.NONE),
    /** To the editor of silent software: somebody has begun to read the cases that wait for it. */
    RESCUE("Télédossiers lus à la place d’un logiciel", Secret.NONE),
    /** To the people of an instructing service: they must make a secret of their software, which only they see. */
    SECRET_WANTED("Clé secrète à faire", Secret.NONE),
    /** Its télédossiers arrive from now on. */
    SUBSCRIPTION_STARTED("Abonnement en service", Secret.NONE),
    IDLE_ACCOUNT("Compte inutilisé", Secret.NONE),
    PASSWORD_ENDS("Mot de passe bientôt expiré", Secret.NONE),
    /** To the national administrators. */
    FILE_DAMAGED("Pièce jointe abîmée", Secret.NONE);

    private static final Set<String> AS_DIGEST = Set.of("UNOPENED", "RESCUE", "DEPUTY_NAMED", "SECRET_WANTED");

    private final String label;
    private final Secret secret;

    MailTemplate(String label, Secret secret) {
        this.label = label;
        this.secret = secret;
    }

    /** A secret created when the mail is sent, and never stored. */
    public enum Secret {
        NONE,
        LINK,
        CODE
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }

    public Secret secret() {
        return secret;
    }

    /**
     * Returns the name to store in the table, which the previous release must be able to read. {@link #UNOPENED}, {@link #RESCUE},
     * {@link #DEPUTY_NAMED} and {@link #SECRET_WANTED} are readable as a digest; the next release may store their own names ({@code
     * docs/releases.md}).
     */
    public MailTemplate written() {
        return AS_DIGEST.contains(name()) ? DIGEST : this;
    }

    /** The name of its files, without extension. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All possible values, for the check of its texts at startup. */
    public MailValues sample() {
        var person = MailValues.of("name", "Ada Lovelace").and("login", "ada.lovelace@pontcarre.example");
        return switch (this) {
            case INVITATION, RESET -> person.and("link", "https://hubee.example/mot-de-passe?lien=exemple");
            case ONE_TIME_CODE -> person.and("code", "123456");
            case CASE_NEW, CASE_CHANGED -> town().and("number", "DEM-2026-001234");
            case DIGEST ->
                town().and(
                                "news",
                                List.of(MailValues.of(
                                        "text", "3 nouveaux télédossiers, le plus ancien le 23 novembre 2026")));
            case UNOPENED ->
                town().and(
                                "news",
                                List.of(MailValues.of("text", "3 télédossiers").and("listPath", "/teledossiers")))
                        .and("settingsPath", "/abonnements");
            case RESCUE ->
                town().and("name", "Ada Lovelace")
                        .and("login", "ada.lovelace@pontcarre.example")
                        .and("since", "24 novembre 2026 à 10 h 04")
                        .and("waiting", "3 télédossiers attendent")
                        .and(
                                "news",
                                List.of(MailValues.of("text", "3 télédossiers attendent")
                                        .and("listPath", "/abonnement")));
            case SECRET_WANTED ->
                town().and("name", "Ada Lovelace")
                        .and("login", "ada.lovelace@pontcarre.example")
                        .and("asker", "nina@hubee.example")
                        .and(
                                "news",
                                List.of(MailValues.of("text", "Une nouvelle clé secrète")
                                        .and("listPath", "/abonnement")));
            case SUBSCRIPTION_STARTED -> town();
            case DEPUTY_NAMED ->
                person.and("organization", "Mairie de Pontcarré")
                        .and("process", "Remplacement d’une personne absente")
                        .and(
                                "news",
                                List.of(MailValues.of(
                                                "text", "Vous remplacez Odile Martin du 30 novembre au 4 décembre 2026")
                                        .and("listPath", "/accueil")))
                        .and("settingsPath", "/profil");
            case IDLE_ACCOUNT -> person.and("lastSignIn", "26 septembre 2026").and("closesOn", "24 janvier 2027");
            case PASSWORD_ENDS -> person.and("endsOn", "9 décembre 2026");
            case PASSWORD_RESET -> person.and("whose", "Grace Hopper").and("changedAt", "25/11/2026 à 10:04");
            case FILE_DAMAGED ->
                person.and("file", "01a21512-0ecd-7002-9569-d7be66989d95")
                        .and("process", "EtatCivil")
                        .and("damage", "Contenu altéré");
            case PASSWORD_CHANGED, TOTP_ENROLLED, TOTP_REMOVED -> person.and("changedAt", "25/11/2026 à 10:04");
        };
    }

    private static MailValues town() {
        return MailValues.of("process", "Acte d’état civil")
                .and("organization", "Mairie de Pontcarré")
                .and("listPath", "/teledossiers?statut=tous&demarche=EtatCivil")
                .and("settingsPath", "/abonnement?id=01a21512-0ecd-7002-9569-d7be66989d95");
    }
}
