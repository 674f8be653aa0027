package fr.hubee.portal.home;

import fr.hubee.job.JobLine;
import fr.hubee.job.JobService;
import fr.hubee.job.RunState;
import fr.hubee.mail.MailOutboxService;
import fr.hubee.retention.FilesKeptService;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.OrganizationType;
import fr.hubee.todo.WaitingCaseService;
import fr.hubee.todo.WaitingCases;
import fr.hubee.watch.LegalDelayService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** « À faire »: the télédossiers that wait for the service of a person, and what waits for an administrator. */
@Named("todo")
@RequestScoped
public class TodoPanel {
    private static final int SHOWN = 10;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    WaitingCaseService cases;

    @Inject
    SubscriptionLines subscriptions;

    @Inject
    MailOutboxService mails;

    @Inject
    JobService jobs;

    @Inject
    WatchLines watch;

    @Inject
    LegalDelayService legalDelays;

    @Inject
    FilesKeptService files;

    @Inject
    Clock clock;

    private WaitingCases waiting;
    private List<TodoLine> lines;

    private Caller caller() {
        return currentCaller.get();
    }

    /** Whether télédossiers come to her service. */
    public boolean isQueued() {
        return caller().is(Roles.READ_FOLDERS) && caller().organization().type() == OrganizationType.SI;
    }

    private WaitingCases waiting() {
        if (waiting == null) {
            waiting = cases.oldest(caller(), SHOWN);
        }
        return waiting;
    }

    public long getTotal() {
        return waiting().total();
    }

    public boolean isMore() {
        return getTotal() > waiting().oldest().size();
    }

    /** The oldest of the queue. */
    public List<WaitingText> getQueue() {
        if (waiting().oldest().isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var kept = files.today();
        var deadlines = new Deadlines(
                legalDelays.list(caller()),
                line -> kept.inPortalUntil(line.processCode(), line.transmittedAt(), line.reached()));
        return waiting().oldest().stream()
                .map(line -> WaitingText.of(line, deadlines, caller().organization(), now))
                .toList();
    }

    /** What waits for an administrator; nothing that does not wait is shown. */
    public List<TodoLine> getLines() {
        if (lines == null) {
            lines = new ArrayList<>();
            subscriptions.all().forEach(this::add);
            if (caller().is(Roles.ADMIN)) {
                addMails();
                addJobs();
            }
            watch.all().forEach(this::add);
        }
        return lines;
    }

    private void addMails() {
        add(TodoLine.of(
                "/courriels?etat=GIVEN_UP",
                mails.counts().givenUp(),
                "1 courriel n’est pas parti",
                "courriels ne sont pas partis",
                "Corrigez l’adresse ou le relais, puis « Relancer »."));
    }

    private void addJobs() {
        add(TodoLine.of(
                "/travaux",
                jobs.jobs().stream().filter(TodoPanel::isFailing).count(),
                "1 tâche automatique a échoué",
                "tâches automatiques ont échoué",
                "Lisez pourquoi, puis « Reprendre où il s’est arrêté »."));
    }

    private static boolean isFailing(JobLine job) {
        return job.failing() > 0 || (job.last() != null && job.last().state() == RunState.FAILED);
    }

    private void add(TodoLine line) {
        if (line.count() > 0) {
            lines.add(line);
        }
    }
}
