package fr.hubee.portal.job;

import fr.hubee.account.AccountService;
import fr.hubee.job.FailureLine;
import fr.hubee.job.Job;
import fr.hubee.job.JobLine;
import fr.hubee.job.JobParameter;
import fr.hubee.job.JobService;
import fr.hubee.job.RunLine;
import fr.hubee.job.RunQuery;
import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.list.ListPart;
import fr.hubee.portal.list.ListTable;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.shared.NotFound;
import fr.hubee.shared.Page;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;
import org.primefaces.PrimeFaces;

/** One job: its runs, its failed items, manual start and stop. */
@Named
@RequestScoped
public class JobPage {
    private static final int MOST_FAILURES = 50;

    @Inject
    JobService jobs;

    @Inject
    AccountService accounts;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "nom")
    String name;

    @Inject
    @Param(name = "apres")
    String failedAfter;

    private final Map<String, String> parameters = new HashMap<>();
    private JobLine line;
    private ListTable<RunLine> runs;
    private Map<String, String> names;
    private List<FailureLine> failures;

    /** Before anything is written: refuses what is no job. */
    public void opened() {
        getLine();
    }

    private Job job() {
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

    public ListTable<RunLine> getRuns() {
        if (runs == null) {
            runs = new ListTable<>(here(), this::read);
        }
        return runs;
    }

    private Page<RunLine> read(ListPart part) {
        var page = jobs.runs(new RunQuery(job(), part.offset(), part.size()));
        names = accounts.names(page.items().stream()
                .map(RunLine::askedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return page;
    }

    /** The names of those who asked for a run that is shown, by their e-mails. */
    public Map<String, String> getNames() {
        return names;
    }

    private List<FailureLine> failures() {
        if (failures == null) {
            failures = jobs.failures(job(), failedAfter, MOST_FAILURES + 1);
        }
        return failures;
    }

    public List<FailureLine> getFailures() {
        return failures().subList(0, Math.min(MOST_FAILURES, failures().size()));
    }

    /** Null when all are shown. */
    public String getMoreFailures() {
        return failures().size() > MOST_FAILURES
                ? here().with("apres", failures().get(MOST_FAILURES - 1).item()).toString()
                : null;
    }

    private Address here() {
        return new Address("/travail").with("nom", name);
    }

    public List<JobParameter> getAsked() {
        return job().parameters();
    }

    /** While it runs, its counts are brought up to date; when it has ended, what can be done with it is, too. */
    public void followed() {
        if (getLine().active() == null) {
            PrimeFaces.current().ajax().update("now");
        }
    }

    public String start() {
        jobs.start(currentCaller.get(), job(), parameters);
        PageMessages.success("Le travail est demandé : il commence dans quelques secondes.");
        return again();
    }

    /** @param run the one that was shown: another one may run by now */
    public String stop(String run) {
        jobs.stop(currentCaller.get(), QueryParameter.id(run));
        PageMessages.success("L’arrêt est demandé : le travail s’arrête après ce qu’il est en train de faire.");
        return again();
    }

    public String restart(String run) {
        jobs.restart(currentCaller.get(), QueryParameter.id(run));
        PageMessages.success("La reprise est demandée : le travail continue où il s’était arrêté.");
        return again();
    }

    private String again() {
        return "/travail?faces-redirect=true&nom=" + job().name();
    }

    /** The values for a manual start, by parameter name. */
    public Map<String, String> getParameters() {
        return parameters;
    }

    public String getName() {
        return name;
    }
}
