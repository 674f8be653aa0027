package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.HistoryEntry;
import fr.hubee.desk.casework.HistoryPart;
import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.omnifaces.cdi.Param;

/** A télédossier: its data and its history. */
@Named
@RequestScoped
public class CaseDetailPage {
    @Inject
    OpenedCase opened;

    @Inject
    Clock clock;

    @Inject
    @Param(name = "fait")
    String justDone;

    public void opened() {
        opened.open();
        if ("depot".equals(justDone)) {
            PageMessages.success("Les pièces jointes ont été déposées et transmises.");
        }
    }

    /** Returns the name of the applicant, or the number of the télédossier when there is none. */
    public String getName() {
        var person = opened.view().applicant();
        var name = (person.firstName() + " " + person.lastName()).strip();
        return name.isEmpty() ? "Télédossier " + opened.view().externalId() : name;
    }

    /** Returns a sentence on its reception; empty before, and once its work has begun. */
    public String getReceived() {
        return ReceptionText.of(opened.view(), DisplayServlet.DONE.equals(justDone), clock.instant());
    }

    public List<HistoryMonth> getMonths() {
        return HistoryMonth.of(opened.view().history());
    }

    /** Returns null for none. */
    public String getNewer() {
        return opened.historyPage() > 1 ? historyAddress(opened.historyPage() - 1) : null;
    }

    /** Returns null for none. */
    public String getOlder() {
        return opened.view().older() ? historyAddress(opened.historyPage() + 1) : null;
    }

    private String historyAddress(int page) {
        return opened.address() + "&historique=" + page + "#td-history";
    }

    /** Returns « Événements 101 à 200, du plus récent au plus ancien »; empty where all are on the page. */
    public String getHistoryPlace() {
        int first = (opened.historyPage() - 1) * HistoryPart.PAGE;
        int last = first + opened.view().history().size();
        return isLong() && last > first
                ? "Événements " + (first + 1) + " à " + last + ", du plus récent au plus ancien"
                : "";
    }

    /** Whether the history has more than a page: only a page of it is printed by default. */
    public boolean isLong() {
        return getNewer() != null || getOlder() != null;
    }

    public String sentence(HistoryEntry entry) {
        return HistoryText.of(entry);
    }

    public String statuses(HistoryEntry entry) {
        return HistoryText.statuses(entry);
    }

    public String getState() {
        return state(opened.view());
    }

    static String state(CaseView view) {
        return view.status() + " " + view.updatedAt();
    }
}
