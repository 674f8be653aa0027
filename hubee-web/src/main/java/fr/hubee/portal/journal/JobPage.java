package fr.hubee.portal.journal;

import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.JobLine;
import fr.hubee.journal.job.JobService;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.primefaces.PrimeFaces;

/** All jobs, or one of them: its state, manual start and stop; {@link JobRuns} shows its runs. */
@Named
@RequestScoped
public class JobPage {
    @Inject
    JobService jobs;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "nom")
    String name;

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
        jobs.start(currentCaller.get(), job());
        PageMessages.success("Le travail est demandé : il commence dans quelques secondes.", again());
    }

    /** @param run the run that the page displayed: another one may run by now */
    public void stop(String run) {
        jobs.stop(currentCaller.get(), QueryParameter.id(run));
        PageMessages.success(
                "L’arrêt est demandé : le travail s’arrête après ce qu’il est en train de faire.", again());
    }

    public void restart(String run) {
        jobs.restart(currentCaller.get(), QueryParameter.id(run));
        PageMessages.success("La reprise est demandée : le travail continue où il s’était arrêté.", again());
    }

    private String again() {
        return "/travail?nom=" + job().name();
    }
}
