package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.Jobs;
import fr.hubee.it.Mailbox;
import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.NewTown;
import fr.hubee.journal.job.Job;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks an activation on a later day: folders arrive from 00:01 on, and this is announced once. */
class SubscriptionStartIT extends InServer {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final MovableClock clock = MovableClock.ofThisServer();

    @Inject
    SubscriptionLifeService life;

    @Inject
    SubscriptionOverviewService overview;

    @Inject
    SubscriptionLookup subscriptions;

    @Inject
    Jobs jobs;

    final NewTown town = NewTown.fresh().registered();
    final OrganizationKey key = town.organizationKey();
    final Caller ada = Callers.manager(key);
    final UUID id = UUID.fromString(town.subscribed("EtatCivil"));
    final String email = "mairie-" + id + "@pontcarre.example";

    @AfterEach
    void itIsTodayForTheOthers() {
        clock.reset();
    }

    @Test
    void onItsDayTheHistorySaysSoAndTheTownIsWrittenTo() throws Exception {
        var day = LocalDate.now(PARIS).plusDays(3);
        activate(day);
        var start = day.atTime(0, 1).atZone(PARIS).toInstant();

        at(start.minusSeconds(50)); // the first day: the clock goes on while the job runs
        assertFalse(receives());
        assertEquals(0, startsInHistory());

        at(start);
        assertTrue(receives());
        assertEquals(1, startsInHistory());
        var mail = Mailbox.of(email).await();
        assertTrue(mail.subject().startsWith("HubEE - Votre abonnement est en service : "), mail.subject());

        at(start.plusSeconds(86_400));
        assertEquals(1, startsInHistory());
        assertEquals(1, Mailbox.of(email).mails().size());
    }

    @Test
    void whatBeginsAtOnceIsNotAnnouncedAgain() throws Exception {
        activate(LocalDate.now(PARIS));

        at(Instant.now().plusSeconds(2 * 86_400));

        assertEquals(0, startsInHistory());
    }

    private void at(Instant moment) throws Exception {
        clock.moveTo(moment);
        jobs.runDue(Job.SUBSCRIPTIONS);
    }

    private boolean receives() {
        return subscriptions.isActive("EtatCivil", key);
    }

    private void activate(LocalDate day) throws Exception {
        var settings = new SubscriptionSettings(AccessMode.PORTAIL, NotificationFrequency.EACH, email, null);
        long opened = AsCaller.call(ada, () -> overview.read(ada, id)).line().version();
        long configured = AsCaller.call(ada, () -> life.configure(ada, id, opened, settings));
        AsCaller.call(ada, () -> life.activate(ada, id, configured, day));
    }

    private long startsInHistory() throws Exception {
        return AsCaller.call(ada, () -> overview.history(ada, id)).stream()
                .filter(line -> line.act().equals("Abonnement en service"))
                .count();
    }
}
