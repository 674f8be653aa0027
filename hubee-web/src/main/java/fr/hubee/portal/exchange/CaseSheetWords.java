package fr.hubee.portal.exchange;

import fr.hubee.desk.casework.CaseFile;
import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.CaseView.HistoryEntry;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.files.scan.FileFormat;
import fr.hubee.kernel.shared.ByteCount;
import fr.hubee.portal.desk.casefile.CaseText;
import fr.hubee.portal.exchange.CaseSheet.Section;
import fr.hubee.portal.exchange.Paper.Fact;
import fr.hubee.portal.field.FrenchDates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * Describes a télédossier for paper, in French: its data, its files, its history. Internal comments are left out: paper may reach the
 * applicant.
 */
public final class CaseSheetWords {
    private final CaseView view;
    private final FrenchDates dates;

    public CaseSheetWords(CaseView view, FrenchDates dates) {
        this.view = view;
        this.dates = dates;
    }

    /** @param who prints it, with the organisation */
    public CaseSheet sheet(String who, Instant now) {
        var title = "Télédossier " + view.externalId();
        return new CaseSheet(
                title,
                "Imprimé depuis HubEE le " + dates.moment(now) + " (heure de Paris) par " + who + ".",
                List.of(summary(), files(), history()),
                title + ", imprimé le " + dates.moment(now),
                now);
    }

    private Section summary() {
        var items = new ArrayList<Fact>();
        items.add(Fact.of("Statut", view.status().label()));
        items.add(Fact.of("Démarche", view.processCode() + " – " + view.processName()));
        items.add(Fact.of(
                view.person().label(),
                view.applicant().lastName() + " " + view.applicant().firstName()));
        addIfKnown(items, "Adresse électronique", view.applicant().email());
        items.add(Fact.of("Organisation destinataire", view.recipientName()));
        items.add(Fact.of("Transmis le", dates.moment(view.transmittedAt())));
        addIfKnown(items, "Complété le", dates.moment(view.completedAt()));
        items.add(Fact.of("Dernière mise à jour", dates.moment(view.updatedAt())));
        addIfKnown(items, "Clos le", dates.moment(view.closedAt()));
        return new Section("Résumé", "", items);
    }

    private static void addIfKnown(List<Fact> items, String name, String value) {
        if (value != null && !value.isEmpty()) {
            items.add(Fact.of(name, value));
        }
    }

    private Section files() {
        var items = new ArrayList<Fact>();
        for (var file : view.files()) {
            items.add(new Fact("Pièce " + (items.size() + 1), file(file)));
        }
        return new Section("Pièces jointes", aboutFiles(), items);
    }

    private String aboutFiles() {
        if (!view.filesShown()) {
            return "Les pièces jointes ne sont montrées qu’à l’organisation destinataire.";
        }
        return view.files().isEmpty()
                ? "Ce télédossier n’a pas de pièce jointe."
                : "L’empreinte SHA-256 d’un fichier dit si c’est bien celui que HubEE a reçu.";
    }

    private static List<String> file(CaseFile file) {
        var texts = new ArrayList<String>();
        texts.add(file.fileName());
        var condition = CaseText.condition(file);
        texts.add(FileFormat.label(file.mimeType()) + ", " + ByteCount.text(file.size())
                + (condition.isEmpty() ? "" : ", " + condition));
        if (file.sha256() != null) {
            texts.add("SHA-256 " + HexFormat.of().formatHex(Base64.getDecoder().decode(file.sha256())));
        }
        return texts;
    }

    /** Returns the history, the oldest event first, as it is filed. */
    private Section history() {
        var oldestFirst = new ArrayList<>(view.history());
        Collections.reverse(oldestFirst);
        return new Section(
                "Historique",
                (aboutOlder() + " " + aboutComments()).strip(),
                oldestFirst.stream().map(this::event).toList());
    }

    private String aboutOlder() {
        return view.historySize() > view.history().size()
                ? "Seuls les " + view.history().size()
                        + " derniers événements sont imprimés : les autres restent dans HubEE."
                : "";
    }

    private String aboutComments() {
        long left = view.history().stream().filter(CaseSheetWords::isCommented).count();
        if (left == 0) {
            return view.history().isEmpty() ? "Rien ne s’est encore passé." : "";
        }
        return left == 1
                ? "Un commentaire interne n’est pas imprimé : il reste dans HubEE."
                : left + " commentaires internes ne sont pas imprimés : ils restent dans HubEE.";
    }

    private static boolean isCommented(HistoryEntry entry) {
        return entry.comment() != null && !entry.comment().isEmpty() && entry.action() != ActionType.ATTACH_DL;
    }

    private Fact event(HistoryEntry entry) {
        var texts = new ArrayList<String>();
        var statuses = CaseText.statuses(entry);
        texts.add(CaseText.event(entry) + (statuses.isEmpty() ? "" : " : " + statuses));
        if (entry.message() != null && !entry.message().isEmpty()) {
            texts.add("Message : " + entry.message());
        }
        if (entry.action() == ActionType.ATTACH_DL && entry.comment() != null) {
            texts.add("Pièce : " + entry.comment());
        }
        texts.addAll(entry.fileNames());
        if (entry.acknowledged() && entry.ours()) {
            texts.add("Lu par le service qui a transmis la demande");
        }
        return new Fact(dates.moment(entry.at()), texts);
    }
}
