package fr.hubee.directory.subscription;

import static java.util.Map.entry;

import fr.hubee.journal.audit.ChangeStory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels of journal entries about a subscription, as on its page. */
public final class SubscriptionWording {
    public static final Map<String, String> LABELS = Map.ofEntries(
            entry("datapassId", "Numéro DataPass"),
            entry("accessMode", "Modalité d’accès"),
            entry("notificationFrequency", "Fréquence de notification"),
            entry("email", "Adresse à prévenir"),
            entry("status", "Statut"),
            entry("activatedAt", "Date d’activation"),
            entry("validatedAt", "Date de validation"),
            entry("rejectedAt", "Date de refus"),
            entry("endedAt", "Date de suspension"),
            entry("rejectionReason", "Motif du refus"),
            entry("localAdministrator.email", "E-mail de l’administrateur local"),
            entry("localAdministrator.firstName", "Prénom de l’administrateur local"),
            entry("localAdministrator.lastName", "Nom de l’administrateur local"),
            entry("localAdministrator.function", "Fonction de l’administrateur local"),
            entry("localAdministrator.phoneNumber", "Téléphone de l’administrateur local"),
            entry("localAdministrator.mobileNumber", "Second téléphone de l’administrateur local"),
            entry("delegationEmail", "E-mail du délégué technique"),
            entry("editor", "Éditeur"),
            entry("subscriber", "Organisation abonnée"),
            entry("reason", "Motif"),
            entry("clientId", "Identifiant"),
            entry("overlapDays", "Jours de validité de l’ancienne clé"));

    public static final Map<String, String> WORDS = words();

    /** Describes concurrent changes to a person whose own change came too late. */
    static final ChangeStory STORY = new ChangeStory(LABELS, WORDS);

    private SubscriptionWording() {}

    private static Map<String, String> words() {
        var words = new HashMap<>(Map.of("PORTAIL", "Portail", "API", "API"));
        List.of(SubscriptionStatus.values()).forEach(status -> words.put(status.name(), status.label()));
        List.of(NotificationFrequency.values()).forEach(each -> words.put(each.name(), each.label()));
        return Map.copyOf(words);
    }
}
