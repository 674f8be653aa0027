package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseView.HistoryEntry;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.desk.watch.WaitingCase;
import fr.hubee.desk.watch.WatchDelayService;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** A télédossier: its data and its history. */
@Model
public class CaseDetailPage extends PersonPage {
    /** The value of {@code fait} after she has received it. */
    static final String READ = "consultation";

    private static final String DEPOSITED = "Les pièces jointes ont été déposées et transmises.";

    @Inject
    OpenedCase opened;

    @Inject
    CaseWorkService work;

    @Inject
    AssignmentForm assignments;

    @Inject
    WatchDelayService delays;

    @Inject
    Clock clock;

    @Inject
    @Param(name = "fait")
    String justDone;

    private final Once<Map<String, Integer>> legalDays = new Once<>(() -> delays.legal(caller()));

    private boolean received;

    public void opened() {
        opened.open();
    }

    /** The files that she chose have arrived at their own address. */
    public void deposited() {
        opened.done(DEPOSITED);
    }

    /** Whether she may do more than read: only then are there dialogs. */
    public boolean isWorking() {
        return caller().is(RoleNames.MANAGE_FOLDERS);
    }

    /** Whether an administrator of her organisation could give her the role that is missing here. */
    public boolean isReadOnly() {
        return caller().organization().type() == OrganizationType.SI
                && !caller().manages(opened.view().processCode());
    }

    /** She sees a new télédossier: this receives it, once. */
    public void receive() {
        received = work.displayed(caller(), opened.acting());
    }

    /** Returns the name of the applicant, or the number of the télédossier when there is none. */
    public String getName() {
        var person = opened.view().applicant();
        var name = (person.firstName() + " " + person.lastName()).strip();
        return name.isEmpty() ? "Télédossier " + opened.view().externalId() : name;
    }

    /** Returns a sentence on its reception, or, when the page showed another status before ({@code affiche}), on the new one. */
    public String getReceived() {
        var before = request().getParameter("affiche");
        var status = opened.view().status();
        var reception = CaseText.reception(opened.view(), received || READ.equals(justDone), clock.instant());
        return reception.isEmpty() && before != null && !before.equals(status.name())
                ? CaseText.moved(status)
                : reception;
    }

    public List<HistoryMonth> getMonths() {
        return HistoryMonth.of(opened.view().history());
    }

    /** Returns null for none; from beyond the end it leads to the last page. */
    public String getNewer() {
        return opened.historyPage() > 1 ? historyAddress(Math.min(opened.historyPage() - 1, lastHistoryPage())) : null;
    }

    /** Returns null for none. */
    public String getOlder() {
        return opened.historyPage() < lastHistoryPage() ? historyAddress(opened.historyPage() + 1) : null;
    }

    private int lastHistoryPage() {
        return (int) Math.max(1, (opened.view().historySize() + HistoryPart.PAGE - 1) / HistoryPart.PAGE);
    }

    private String historyAddress(int page) {
        return opened.address() + "&historique=" + page + "#td-history";
    }

    /** Returns « Événements 101 à 200 sur 350, du plus récent au plus ancien »; empty where all are on the page. */
    public String getHistoryPlace() {
        int first = (opened.historyPage() - 1) * HistoryPart.PAGE;
        int last = first + opened.view().history().size();
        return isLong() && last > first
                ? "Événements " + (first + 1) + " à " + last + " sur "
                        + opened.view().historySize() + ", du plus récent au plus ancien"
                : "";
    }

    /** Whether the history has more than a page: only a page of it is printed by default. */
    public boolean isLong() {
        return getNewer() != null || getOlder() != null;
    }

    /** Returns the address that keeps its place in the list, if the one of the page does not; else null. */
    public String getKept() {
        return opened.place() == null || request().getParameter("rang") != null
                ? null
                : opened.address() + (getNewer() == null ? "" : "&historique=" + opened.historyPage());
    }

    /** Returns until when the law waits for the service; null where it does not, and for those who do not work there. */
    public LocalDate getLegalEnd() {
        var view = opened.view();
        var days = caller().is(RoleNames.READ_FOLDERS) && WaitingCase.isUnfinished(view.status()) && !view.inSoftware()
                ? legalDays.get().get(view.processCode())
                : null;
        return days == null
                ? null
                : LocalDate.ofInstant(view.transmittedAt(), Paris.ZONE).plusDays(days);
    }

    public boolean isLate() {
        return getLegalEnd().isBefore(today());
    }

    public String getLegalDeadline() {
        return CaseText.legalDeadline(getLegalEnd(), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Paris.ZONE);
    }

    public String sentence(HistoryEntry entry) {
        return CaseText.event(entry);
    }

    public String statuses(HistoryEntry entry) {
        return CaseText.statuses(entry);
    }

    /** Returns what an open page compares with the answer to its presence. */
    public String getState() {
        var handler = assignments.getHandler();
        return state(opened.view().status(), opened.view().updatedAt(), handler == null ? null : handler.accountId());
    }

    static String state(CaseStatus status, Instant updatedAt, UUID handler) {
        return status + " " + updatedAt + " " + handler;
    }

    /** The events of a month, « novembre 2026 », newest first. */
    public record HistoryMonth(String label, List<HistoryEntry> entries) {
        private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

        static List<HistoryMonth> of(List<HistoryEntry> newestFirst) {
            var months = new LinkedHashMap<YearMonth, List<HistoryEntry>>();
            for (var entry : newestFirst) {
                months.computeIfAbsent(YearMonth.from(entry.at().atZone(Paris.ZONE)), month -> new ArrayList<>())
                        .add(entry);
            }
            return months.entrySet().stream()
                    .map(month -> new HistoryMonth(LABEL.format(month.getKey()), List.copyOf(month.getValue())))
                    .toList();
        }
    }
}
