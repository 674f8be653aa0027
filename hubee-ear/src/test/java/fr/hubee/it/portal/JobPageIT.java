package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.job.Job;
import fr.hubee.kernel.shared.UuidV7;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that the national administrator starts a job, stops it, and lets it continue. */
class JobPageIT extends InBrowser {
    /** A job that finds nothing to do. */
    static final Job JOB = Job.SUBSCRIPTIONS;

    static final String PAGE = "/travail?nom=" + JOB;

    Visitor administrator;

    @BeforeEach
    void signIn() {
        administrator = Visitor.national();
        chrome.signIn(administrator);
        Wait.until(() -> Database.count("job_run where job = ? and state in ('WAITING', 'RUNNING')", JOB.name()) == 0);
    }

    /** Inserts a run on a server that does not exist: only this test ends it. */
    static UUID running() {
        var id = UuidV7.next();
        Database.change("""
                insert into job_run (id, job, state, cause, asked_at, parameters, attempt, node, work_began_at, started_at,
                  done, skipped, failed, stop_wanted, heard_at)
                values (?, ?, 'RUNNING', 'HAND', now(), '{}', 1, 'ailleurs', now(), now(), 12, 0, 1, false,
                  now() + interval '1 hour')""", id, JOB.name());
        return id;
    }

    /** Returns the line of the newest run. */
    static String newest() {
        return chrome.text("table tbody tr:first-child");
    }

    void assertDoneForHer() {
        Wait.until(() -> chrome.open(PAGE).has("table tbody tr:first-child .badge-COMPLETED"));
        assertTrue(newest().contains(chrome.text(".who-name")), chrome::text);
    }

    @Test
    void aJobStartedOnItsPageIsDone() {
        chrome.open("/travaux").judge("travaux");
        chrome.shows(JOB.label());
        chrome.open(PAGE).judge("travail").judgeDialog("travail-lancer", "#open-start");

        chrome.touch("#open-start").await(".ui-dialog[aria-hidden=false]").press("start");
        chrome.shows("Le travail est demandé");

        assertDoneForHer();

        chrome.judge("travail-fait");
    }

    @Test
    void aJobThatThereIsNotIsReportedInTheFrame() {
        chrome.open("/travail?nom=RIEN");

        assertEquals("Cette page n’existe pas", chrome.title());
        chrome.expectingError(404);
    }

    @Test
    void whatRunsIsStoppedAndGoesOnWhereItStopped() {
        var run = running();
        chrome.open(PAGE).judge("travail-en-cours").judgeDialog("travail-arreter", "#open-stop");
        assertFalse(chrome.has("#open-start"));

        chrome.touch("#open-stop").await(".ui-dialog[aria-hidden=false]").press("stop");
        chrome.shows("L’arrêt est demandé");
        assertTrue(chrome.text(".facts").contains("arrêt demandé"), chrome::text);
        assertFalse(chrome.has("#open-stop"));

        stopped(run);
        chrome.open(PAGE).judge("travail-arrete").judgeDialog("travail-reprendre", "#open-restart");
        chrome.touch("#open-restart").await(".ui-dialog[aria-hidden=false]").press("restart");
        chrome.shows("La reprise est demandée");
        assertEquals(1, Database.count("job_run where restarts = ?", run));
        assertDoneForHer();
        assertFalse(chrome.has("#open-restart"));
    }

    @Test
    void whatRunsIsFollowedUntilItsEndAndProlongsNoSession() {
        var run = running();
        chrome.open(PAGE).script("document.getElementById('open-stop').focus()");
        Stored.account(administrator.id()).isIdle(30);

        Database.change("update job_run set done = 77 where id = ?", run);
        Wait.until(() -> shows(".facts", "77 faits") && shows("#runs tbody tr", "77"));
        assertEquals("open-stop", chrome.focused());

        Database.change("update job_run set state = 'COMPLETED', ended_at = now() where id = ?", run);
        chrome.await("#open-start");
        assertTrue(shows("#runs tbody tr", "Terminé"), chrome::text);
        assertFalse(chrome.has("#open-stop"));
        assertEquals("main", chrome.focused());
        assertEquals(
                1,
                Database.change(
                        "update person_session set used_at = now()"
                                + " where account_id = ? and used_at < now() - interval '29 minutes'",
                        administrator.id()));
        chrome.assertNoTrouble();
    }

    /** Whether an element shows the text, read at once: the page may replace it meanwhile. */
    static boolean shows(String selector, String text) {
        return (boolean) chrome.script(
                "return document.querySelector(arguments[0]).textContent.includes(arguments[1])", selector, text);
    }

    /** Marks the run as stopped, as its server does on request. */
    static void stopped(UUID run) {
        assertEquals(
                1,
                Database.change(
                        "update job_run set state = 'STOPPED', ended_at = now() where id = ? and stop_wanted", run));
    }
}
