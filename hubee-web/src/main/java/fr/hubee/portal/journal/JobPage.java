package fr.hubee.portal.journal;

import fr.hubee.journal.job.FailureLine;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.JobLine;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.job.RunLine;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Page;
import fr.hubee.people.account.AccountService;
import fr.hubee.portal.field.FirstLines;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;
import org.primefaces.PrimeFaces;

/** All jobs, or one of them: its state, manual start and stop, its runs, and the items that failed. */
@Named
@RequestScoped
public class JobPage extends PersonPage {
    private static final int MOST_FAILURES = 50;

    @Inject
    JobService jobs;

    @Inject
    AccountService accounts;

    @Inject
    @Param(name = "nom")
    String name;

    @Inject
    @Param(name = "apres")
    String failedAfter;

    private final ListFilters filters = new ListFilters("/travail", List.of("nom"), List.of());
    private final ListTable<RunLine> table = new ListTable<>(filters, this::runs);
    private Map<String, String> names;
    private FirstLines<FailureLine> failures;
    private List<JobLine> all;
    private JobLine line;

    /** Returns all jobs: their last result, and their next start. */
    public List<JobLine> getAll() {
        if (all == null) {
            all = jobs.jobs();
        }
        return all;
    }

    /** Refuses an unknown job before anything is written. */
    public void opened() {
        getLine();
    }

    Job job() {
        var job = QueryParameter.one(Job.class, name);
        if (job == null) {
            throw NotFound.of("Job");
        }
        return job;
    }

    public JobLine getLine() {
        if (line == null) {
            line = jobs.job(job());
        }
        return line;
    }

    /** Updates the counts of a running job, and after its end also the possible actions. */
    public void followed() {
        if (getLine().active() == null) {
            PrimeFaces.current().ajax().update("now");
        }
    }

    public void start() {
        jobs.start(caller(), job());
        PageMessages.success("Le travail est demandé : il commence dans quelques secondes.", again());
    }

    /** @param run the run that the page displayed: another one may run by now */
    public void stop(String run) {
        jobs.stop(caller(), QueryParameter.id(run));
        PageMessages.success(
                "L’arrêt est demandé : le travail s’arrête après ce qu’il est en train de faire.", again());
    }

    public void restart(String run) {
        jobs.restart(caller(), QueryParameter.id(run));
        PageMessages.success("La reprise est demandée : le travail continue où il s’était arrêté.", again());
    }

    private String again() {
        return "/travail?nom=" + job().name();
    }

    public ListTable<RunLine> getTable() {
        return table;
    }

    private Page<RunLine> runs(ListPart part) {
        var runs = jobs.runs(job(), part.offset(), part.size());
        names = accounts.names(runs.items().stream()
                .map(RunLine::askedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return runs;
    }

    /** Returns the names of the persons who started a displayed run, by their e-mails. */
    public Map<String, String> getNames() {
        return names;
    }

    public FirstLines<FailureLine> getFailures() {
        if (failures == null) {
            failures = FirstLines.of(jobs.failures(job(), failedAfter, MOST_FAILURES + 1), MOST_FAILURES);
        }
        return failures;
    }

    /** Returns the address of the next failures. */
    public String getMoreFailures() {
        return filters.address().with("apres", failures.last().item()).text();
    }
}
