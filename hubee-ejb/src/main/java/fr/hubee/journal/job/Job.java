package fr.hubee.journal.job;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/** The jobs; each has a definition in hubee-batch with the same name in lower case. */
public enum Job {
    DIGESTS(
            "Courriels récapitulatifs",
            "Écrit aux services qui veulent être prévenus une ou deux fois par jour combien de télédossiers ils ont reçus."),
    SUBSCRIPTIONS(
            "Mise en service des abonnements",
            "Inscrit dans l’historique, le jour choisi, que les télédossiers d’un abonnement arrivent désormais, et l’écrit au"
                    + " service."),
    ACCOUNTS(
            "Comptes inutilisés",
            "Rappelle aux personnes leur compte inutilisé (60 et 90 jours) et leur mot de passe bientôt expiré ; désactive après"
                    + " 120 jours."),
    WATCH(
            "Veille",
            "Prévient les services, puis leurs administrateurs et l’opérateur, des télédossiers que personne n’a ouverts."),
    HOUSEKEEPING(
            "Ménage",
            "Oublie les jetons, sessions, liens et courriels périmés ; supprime les archives ZIP d’hier, les fichiers que plus rien"
                    + " ne nomme et les mois du journal dont la durée est passée."),
    RETENTION(
            "Conservation",
            "Compte les journées, purge les pièces jointes, archive puis supprime les télédossiers, selon chaque démarche."),
    STORE_READING("Relecture du stockage", "Relit peu à peu les pièces jointes et signale celles qui sont abîmées."),
    STORE_MOVING(
            "Déménagement du stockage",
            "Déplace les pièces jointes de l’ancien stockage (HUBEE_BLOBS_FORMER) vers le nouveau, chiffre celles qui ne le sont pas"
                    + " encore ; supprime les anciennes une heure après."),
    KEY_ROTATION(
            "Rotation de la clé maîtresse",
            "Après un changement de clé maîtresse, chiffre avec la nouvelle les clés des pièces jointes ; les pièces elles-mêmes ne"
                    + " changent pas.");

    /** Hours in Paris: the first one for one digest a day, both for two (specification §6.7). */
    public static final List<LocalTime> DIGEST_TIMES = List.of(LocalTime.of(7, 0), LocalTime.of(13, 0));

    private final String label;
    private final String purpose;

    Job(String label, String purpose) {
        this.label = label;
        this.purpose = purpose;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }

    /** Returns a description in one sentence. */
    public String purpose() {
        return purpose;
    }

    public JobSchedule schedule() {
        return switch (this) {
            case DIGESTS -> new JobSchedule(DIGEST_TIMES);
            case SUBSCRIPTIONS -> JobSchedule.everyDayAt(0, 1);
            case ACCOUNTS -> JobSchedule.everyDayAt(5, 0);
            case WATCH -> JobSchedule.everyDayAt(6, 30);
            case HOUSEKEEPING -> JobSchedule.everyHourAt(20);
            case RETENTION -> JobSchedule.everyDayAt(2, 0);
            case STORE_READING -> JobSchedule.everyHourAt(45);
            case STORE_MOVING -> JobSchedule.everyHourAt(50);
            case KEY_ROTATION -> JobSchedule.everyHourAt(55);
        };
    }

    /** The name of its definition. */
    public String definition() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
