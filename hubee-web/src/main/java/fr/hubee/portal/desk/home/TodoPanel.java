package fr.hubee.portal.desk.home;

import fr.hubee.desk.watch.WaitingCase;
import fr.hubee.desk.watch.WaitingCaseService;
import fr.hubee.desk.watch.WatchDelayService;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Page;
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
import java.util.List;

/** « À faire »: the télédossiers that wait for the service of a person, and the tasks of an administrator. */
@Named("todo")
@RequestScoped
public class TodoPanel extends PersonPage {
    private static final String PAGE = "page";
    private static final int SHOWN = 10;

    @Inject
    WaitingCaseService cases;

    @Inject
    TodoLines tasks;

    @Inject
    WatchDelayService delays;

    @Inject
    FilesKeptService files;

    @Inject
    Clock clock;

    private Page<WaitingCase> waiting;
    private final Once<Page<WaitingCase>> answered = new Once<>(() -> cases.answered(caller(), SHOWN));
    private final Once<List<TodoLine>> lines = new Once<>(() -> tasks.all());

    public boolean isQueued() {
        return caller().is(RoleNames.READ_FOLDERS) && caller().organization().type() == OrganizationType.SI;
    }

    /** Returns the page of the address, or the last one when it no longer exists. */
    private Page<WaitingCase> waiting() {
        if (waiting == null) {
            waiting = read(QueryParameter.page(request().getParameter(PAGE)));
            if (waiting.items().isEmpty() && waiting.offset() > 0) {
                waiting = read(pages());
            }
        }
        return waiting;
    }

    private Page<WaitingCase> read(int page) {
        return cases.page(caller(), (page - 1) * SHOWN, SHOWN);
    }

    private int pages() {
        return Math.max(1, (int) ((waiting().total() + SHOWN - 1) / SHOWN));
    }

    private int page() {
        return waiting().offset() / SHOWN + 1;
    }

    /** Returns the number of all that wait. */
    public long getTotal() {
        return waiting().total() + answered.get().total();
    }

    /** Returns the number of those whose applicant has answered. */
    public long getAnsweredTotal() {
        return answered.get().total();
    }

    /** Returns the sentence for a queue where nothing is. */
    public String getWhyEmpty() {
        return cases.whyEmpty(caller()).label();
    }

    public boolean isAnswersCut() {
        return getAnsweredTotal() > SHOWN;
    }

    public boolean isMore() {
        return pages() > 1;
    }

    public String getPlace() {
        return "Page " + page() + " sur " + pages();
    }

    /** Returns null for none. */
    public String getPrevious() {
        return page() > 1 ? address(page() - 1) : null;
    }

    /** Returns null for none. */
    public String getNext() {
        return page() < pages() ? address(page() + 1) : null;
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

    /** Returns the first télédossiers whose applicant has answered: on every page, until an agent has seen them. */
    public List<WaitingText> getAnswered() {
        return texts(answered.get());
    }

    /** Returns the other télédossiers that wait, the oldest first. */
    public List<WaitingText> getQueue() {
        return texts(waiting());
    }

    private List<WaitingText> texts(Page<WaitingCase> page) {
        if (page.items().isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var kept = files.today();
        var deadlines = new Deadlines(
                delays.legal(caller()),
                line -> kept.inPortalUntil(line.processCode(), line.transmittedAt(), line.reached()));
        return page.items().stream()
                .map(line -> WaitingText.of(
                        line, deadlines, caller().organization(), caller().manages(line.processCode()), now))
                .toList();
    }

    public List<TodoLine> getLines() {
        return lines.get();
    }
}
