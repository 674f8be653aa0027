package fr.hubee.portal.journal;

import fr.hubee.journal.job.FailureLine;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.job.RunLine;
import fr.hubee.kernel.shared.Page;
import fr.hubee.people.account.AccountService;
import fr.hubee.portal.field.FirstLines;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** The runs of a job, and the items that failed. */
@Named
@RequestScoped
public class JobRuns {
    private static final int MOST_FAILURES = 50;

    @Inject
    JobService jobs;

    @Inject
    AccountService accounts;

    @Inject
    JobPage page;

    @Inject
    @Param(name = "apres")
    String failedAfter;

    private final ListFilters filters = new ListFilters("/travail", List.of("nom"), List.of());
    private final ListTable<RunLine> table = new ListTable<>(filters, this::read);
    private Map<String, String> names;
    private FirstLines<FailureLine> failures;

    public ListTable<RunLine> getTable() {
        return table;
    }

    private Page<RunLine> read(ListPart part) {
        var runs = jobs.runs(page.job(), part.offset(), part.size());
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
            failures = FirstLines.of(jobs.failures(page.job(), failedAfter, MOST_FAILURES + 1), MOST_FAILURES);
        }
        return failures;
    }

    /** Returns the address of the next failures. */
    public String getMoreFailures() {
        return filters.address().with("apres", failures.last().item()).text();
    }
}
