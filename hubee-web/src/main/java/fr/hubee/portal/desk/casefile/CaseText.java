package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseFile;
import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.CaseView.HistoryEntry;
import fr.hubee.desk.watch.UnreadableFileService.UnreadableFile;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.portal.field.FrenchDates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Describes the events and the files of a télédossier. */
public final class CaseText {

    /** Time after which « à l’instant » is no longer true. */
    private static final Duration INSTANT = Duration.ofMinutes(5);

    private CaseText() {}

    public static String event(HistoryEntry entry) {
        var who = who(entry);
        return switch (entry.action()) {
            case STATUS_UPDATE -> moved(who, entry);
            case SENDING_MESSAGE ->
                isSaid(entry.message()) ? who + " a envoyé un message" : who + " a envoyé un message sans texte";
            case COM_ADD -> who + " a ajouté un commentaire";
            case ATTACH_DEPOSIT ->
                who
                        + (entry.fileNames().size() > 1
                                ? " a déposé " + entry.fileNames().size() + " pièces jointes"
                                : " a déposé une pièce jointe");
            case ATTACH_DL -> who + " a téléchargé une pièce jointe";
            case ATTACH_DL_ALL -> who + " a téléchargé toutes les pièces jointes";
        };
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }

    private static String moved(String who, HistoryEntry entry) {
        if (entry.after() == CaseStatus.SENT) {
            return who + " a reçu le télédossier";
        }
        if (entry.after() == CaseStatus.HUBEE_NOTIFIED || entry.after() == CaseStatus.HUBEE_COMPLETED) {
            return who + " a transmis à nouveau le télédossier";
        }
        return entry.after() == null ? who + " a mis à jour le télédossier" : who + " a changé le statut";
    }

    static String moved(CaseStatus status) {
        return "Le télédossier est maintenant « " + status.label() + " ».";
    }

    /** Returns « Nouveau > Reçu », or an empty text. */
    public static String statuses(HistoryEntry entry) {
        boolean told = entry.action() == ActionType.STATUS_UPDATE && entry.after() != null && entry.before() != null;
        return told && !isHubs(entry.before()) && !isHubs(entry.after())
                ? entry.before().label() + " > " + entry.after().label()
                : "";
    }

    /** Whether the status is not shown to agents. */
    private static boolean isHubs(CaseStatus status) {
        return status == CaseStatus.HUBEE_RECEIVED
                || status == CaseStatus.HUBEE_COMPLETED
                || status == CaseStatus.HUBEE_NOTIFIED;
    }

    private static String who(HistoryEntry entry) {
        if (isSaid(entry.author())) {
            return entry.author();
        }
        return entry.ours() ? "Votre logiciel" : "Le service qui a transmis la demande";
    }

    /** Returns the reason why a file is not available, or a notice about it; may be empty. */
    public static String condition(CaseFile file) {
        if (file.trouble() == null) {
            return file.verdict() != null
                    ? "protégée par un mot de passe : l’antivirus n’a pas pu la lire ; ne l’ouvrez que si vous l’attendiez"
                    : file.added() ? "déposée par votre organisation" : "";
        }
        return switch (file.trouble()) {
            case NOT_SENT ->
                "pièce annoncée, pas encore reçue : votre service sera prévenu quand elle arrivera ; si elle tarde, demandez-la à son expéditeur";
            case BROKEN -> "arrivée abîmée : l’opérateur doit la renvoyer ; demandez-la à son expéditeur";
            case UNSCANNED -> "en attente de l’antivirus : elle pourra être ouverte dès sa réponse";
            case INFECTED ->
                "virus détecté (" + file.verdict()
                        + ") : elle ne peut pas être téléchargée ; demandez-la de nouveau à son expéditeur";
            case LOCKED ->
                "protégée par un mot de passe, que l’antivirus ne passe pas : demandez-la à son expéditeur sans mot de passe";
            case TOO_LARGE ->
                "trop lourde pour l’antivirus : demandez-la à son expéditeur moins lourde, ou en plusieurs fichiers";
            case DAMAGED ->
                "abîmée dans HubEE : son administration peut la reprendre dans une sauvegarde ; "
                        + "si c’est urgent, demandez-la de nouveau à son expéditeur";
            case KEY_LOST -> "illisible, sa clé de chiffrement est perdue : demandez-la de nouveau à son expéditeur";
            case PURGED -> "supprimée : sa durée de conservation est atteinte";
        };
    }

    /** Returns the same for those who answer for the files: the reason, and the next step. */
    public static String condition(UnreadableFile file) {
        return switch (file.trouble()) {
            case NOT_SENT -> "annoncée, jamais reçue : l’opérateur doit l’envoyer";
            case BROKEN ->
                "arrivée abîmée, sa taille, son empreinte ou son format n’est pas ce qui était annoncé : l’opérateur doit la renvoyer";
            case UNSCANNED -> "en attente de l’antivirus : s’il ne répond pas, l’administration de HubEE le relance";
            case INFECTED -> "virus détecté (" + file.verdict() + ") : l’opérateur doit en envoyer une autre";
            case LOCKED -> "protégée par un mot de passe (" + file.verdict() + ") : l’opérateur doit la renvoyer sans";
            case TOO_LARGE ->
                "refusée par les limites de l’antivirus (" + file.verdict()
                        + ") : l’administration de HubEE les relève, puis l’opérateur la renvoie, sinon moins lourde";
            case DAMAGED ->
                "abîmée dans le stockage : l’administration de HubEE la reprend dans une sauvegarde, page « Conservation »";
            case KEY_LOST ->
                "illisible, sa clé de chiffrement est perdue : l’administration de HubEE reprend la clé dans une sauvegarde, sinon l’opérateur la renvoie";
            case PURGED -> "";
        };
    }

    /**
     * Describes the reception of a télédossier, as long as it is the last change of its status; else empty.
     *
     * @param byHer whether the user of the page has just received it
     */
    static String reception(CaseView view, boolean byHer, Instant now) {
        return view.history().stream()
                .filter(entry -> view.status() == CaseStatus.SI_RECEIVED && entry.after() == CaseStatus.SI_RECEIVED)
                .findFirst()
                .map(entry -> byHer && entry.at().plus(INSTANT).isAfter(now)
                        ? "Reçu à l’instant par vous."
                        : "Reçu le " + new FrenchDates().moment(entry.at())
                                + (isSaid(entry.author()) ? " par " + entry.author() : "") + ".")
                .orElse("");
    }

    /** Returns « À traiter au plus tard le 3 décembre 2026. », or that this day is past. */
    public static String legalDeadline(LocalDate last, LocalDate today) {
        return (last.isBefore(today) ? "Le délai légal est passé depuis le " : "À traiter au plus tard le ")
                + new FrenchDates().day(last) + ".";
    }

    /** Returns « Odile Marchand et Zoé Petit regardent aussi ce télédossier. »; empty for nobody. */
    static String others(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        int last = names.size() - 1;
        return last == 0
                ? names.get(0) + " regarde aussi ce télédossier."
                : String.join(", ", names.subList(0, last)) + " et " + names.get(last)
                        + " regardent aussi ce télédossier.";
    }
}
