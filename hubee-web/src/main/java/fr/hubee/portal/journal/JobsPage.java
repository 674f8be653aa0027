package fr.hubee.portal.journal;

import fr.hubee.journal.job.JobLine;
import fr.hubee.journal.job.JobService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** All jobs: their last result, and their next start. */
@Named
@RequestScoped
public class JobsPage {
    @Inject
    JobService jobs;

    private List<JobLine> lines;

    public List<JobLine> getLines() {
        if (lines == null) {
            lines = jobs.jobs();
        }
        return lines;
    }
}
