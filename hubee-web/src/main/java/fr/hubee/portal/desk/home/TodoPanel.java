package fr.hubee.portal.desk.home;

import fr.hubee.desk.watch.NothingWaiting;
import fr.hubee.desk.watch.WaitingCase;
import fr.hubee.desk.watch.WaitingCaseService;
import fr.hubee.desk.watch.WaitingCaseService.Queue;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.lifetime.retention.FilesKeptService;
import fr.hubee.portal.desk.home.TodoLines.TodoLine;
import fr.hubee.portal.desk.home.WaitingText.Deadlines;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.Pages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** « À faire »: the télédossiers that wait for the service of a person, and the tasks of an administrator. */
@Named("todo")
@RequestScoped
public class TodoPanel extends PersonPage {
    private static final String PAGE = "page";
    private static final int SHOWN = 10;

    /** For a local administrator, whose own tasks are above them. */
    private static final int FEW = 3;

    @Inject
    WaitingCaseService cases;

    @Inject
    TodoLines tasks;

    @Inject
    FilesKeptService files;

    @Inject
    Clock clock;

    private Queue waiting;
    private final Once<List<TodoLine>> lines = new Once<>(() -> tasks.all());
    private final Once<NothingWaiting> reason = new Once<>(() -> cases.whyEmpty(caller()));
    private final Once<List<TodoPart>> parts = new Once<>(this::parts);

    public boolean isQueued() {
        return caller().is(RoleNames.READ_FOLDERS) && caller().organization().type() == OrganizationType.SI;
    }

    /** Returns the page of the address, or the last one when it no longer exists. */
    private Queue waiting() {
        if (waiting == null) {
            waiting = read(QueryParameter.page(request().getParameter(PAGE)));
            if (waiting.earlier().items().isEmpty() && waiting.earlier().offset() > 0) {
                waiting = read(pages());
            }
        }
        return waiting;
    }

    private Queue read(int page) {
        return cases.page(caller(), (page - 1) * shown(), shown());
    }

    private int shown() {
        return caller().is(RoleNames.LOCAL) && !getLines().isEmpty() ? FEW : SHOWN;
    }

    private int pages() {
        return Math.max(1, (int) ((waiting().earlier().total() + shown() - 1) / shown()));
    }

    private int page() {
        return waiting().earlier().offset() / shown() + 1;
    }

    public long getTotal() {
        return waiting().total();
    }

    /** Returns the sentence for a queue where nothing is. */
    public String getWhyEmpty() {
        return reason.get().label();
    }

    /** Whether an administrator of her organisation can change that nothing is there. */
    public boolean isForAdministrator() {
        return reason.get() == NothingWaiting.NO_PROCESS || reason.get() == NothingWaiting.UNDECIDED;
    }

    public boolean isMore() {
        return pages() > 1;
    }

    public String getPlace() {
        return "Page " + page() + " sur " + pages();
    }

    /** Returns null for none. */
    public String getPrevious() {
        return page() > 1 ? address(page() - 1) + "#queue" : null;
    }

    /** Returns null for none. */
    public String getNext() {
        return page() < pages() ? address(page() + 1) + "#queue" : null;
    }

    private static String address(int page) {
        return new Address(Pages.HOME).with(PAGE, page == 1 ? null : page).text();
    }

    /** Returns the page of a télédossier, which leads back to this one. */
    public String to(WaitingText text) {
        return new Address("/teledossier")
                .with("id", text.line().id())
                .with("retour", address(page()))
                .text();
    }

    /**
     * A part of the queue that has something.
     *
     * @param title with the number of all of them
     * @param note what is left out, or in which order; empty for nothing
     * @param all the address of all of them; null where they come to the page by and by
     */
    public record TodoPart(String id, String title, String note, String all, List<WaitingText> lines) {}

    /** Returns the parts: answers and what arrived today are on every page. */
    public List<TodoPart> getParts() {
        return parts.get();
    }

    private List<TodoPart> parts() {
        var queue = waiting();
        var parts = new ArrayList<TodoPart>();
        add(parts, "answers", "Réponses à lire", queue.answered(), "Les plus anciennes sont ici.", null);
        add(parts, "today", "Arrivés aujourd’hui", queue.today(), "Les premiers sont ici.", ofToday());
        add(
                parts,
                "queue",
                "À traiter",
                queue.earlier(),
                "Le délai légal le plus proche d’abord, puis les plus anciens.",
                null);
        return parts;
    }

    private String ofToday() {
        return new Address("/teledossiers")
                .with("statut", "tous")
                .with("du", LocalDate.ofInstant(clock.instant(), Paris.ZONE))
                .text();
    }

    private void add(List<TodoPart> parts, String id, String title, Page<WaitingCase> page, String note, String all) {
        if (!page.items().isEmpty()) {
            boolean cut = page.total() > page.items().size();
            parts.add(new TodoPart(
                    id, title + " (" + page.total() + ")", cut ? note : "", cut ? all : null, texts(page.items())));
        }
    }

    private List<WaitingText> texts(List<WaitingCase> lines) {
        var now = clock.instant();
        var kept = files.today();
        var deadlines = new Deadlines(
                waiting().legalDays(),
                line -> kept.inPortalUntil(line.processCode(), line.transmittedAt(), line.reached()));
        return lines.stream()
                .map(line -> WaitingText.of(
                        line, deadlines, caller().organization(), caller().manages(line.processCode()), now))
                .toList();
    }

    public List<TodoLine> getLines() {
        return lines.get();
    }
}
