package fr.hubee.it.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.digest.DigestService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.Jobs;
import fr.hubee.it.Mailbox;
import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NotifiedTown;
import fr.hubee.it.world.Partner;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.job.RunState;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that a person who wants one or two mails a day gets one for each slot in which something arrived, whatever happens. */
class DigestIT extends InServer {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final LocalTime MORNING = LocalTime.of(7, 0);
    static final LocalTime NOON = LocalTime.of(13, 0);

    final MovableClock clock = MovableClock.ofThisServer();

    @Inject
    DigestService digests;

    @Inject
    JobService service;

    @Inject
    Jobs jobs;

    @AfterEach
    void itIsTodayForTheOthers() {
        clock.reset();
    }

    @Test
    void aDigestSaysHowManyOfWhichDemarcheAndNothingElse() throws Exception {
        var town = town("DAILY");
        var first = town.receives();
        town.receives();
        Partner.of("demo-dila").post(first.casePath() + "/events", """
                {"actionType": "SENDING_MESSAGE", "notification": true, "message": "La voici"}""").expect(201);
        assertEquals(3, town.waiting());

        clock.moveTo(at(LocalDate.now(PARIS).plusDays(1), MORNING).plusSeconds(5));
        jobs.runDue(Job.DIGESTS);

        var mail = Mailbox.of(town.email()).await();
        mail.shows("- 2 nouveaux télédossiers, le plus ancien le ");
        mail.hides("mis à jour");
        assertTrue(mail.html().contains("2 nouveaux télédossiers"), mail.html());
        mail.shows("Commune de Pontcarré");
        mail.hides(first.folder().at("/externalId").asText());
        mail.shows("/teledossiers?statut=tous&demarche=EtatCivil&annonce=", "/abonnement?id=" + town.subscription());
        for (var personal : new String[] {"/applicant/lastName", "/applicant/firstName"}) {
            var name = first.folder().at(personal).asText();
            assertFalse(
                    name.isEmpty() || mail.text().contains(name) || mail.html().contains(name), mail.text());
        }
        assertEquals(0, town.waiting());

        // the next slots have nothing to say
        clock.moveDays(1);
        jobs.runDue(Job.DIGESTS);
        assertEquals(1, town.mails("DIGEST"));
    }

    @Test
    void eachLineOfEachDigestLeadsToWhatItCounts() throws Exception {
        var town = town("TWICE_A_DAY");
        sql().change("update subscription set access_mode = 'PORTAIL' where id = ?", town.subscription());
        var old = town.receives();
        var day = LocalDate.now(PARIS).plusDays(1);
        composeDigests(at(day, MORNING), town);
        Partner.signIn(Partner.address(), "demo-dila")
                .post(old.casePath() + "/events", """
                {"actionType": "SENDING_MESSAGE", "notification": false, "message": "La voici"}""")
                .expect(201);
        var fresh = town.receives();
        composeDigests(at(day, MORNING).plus(Duration.ofHours(6)), town);

        var lines = sql().one("""
                        select string_agg(cast(d.case_id as text), ' ' order by d.line_id) from digest_line_case d
                        where d.line_id in (select cast((regexp_matches(m.template_values, 'annonce=([0-9a-f-]{36})', 'g'))[1] as uuid)
                            from mail m where m.recipient = ?)""", town.email());
        assertEquals(old.caseId() + " " + fresh.caseId() + " " + old.caseId(), lines, "new; new, then answered");

        clock.moveTo(Instant.now().plus(Duration.ofDays(89)));
        asBatch.call(digests::forgetOld);
        assertEquals(3, announced(old, fresh));
        clock.moveTo(Instant.now().plus(Duration.ofDays(91)));
        asBatch.call(digests::forgetOld);
        assertEquals(0, announced(old, fresh));
    }

    private long announced(Deposit old, Deposit fresh) throws SQLException {
        return sql().count("digest_line_case where case_id in (?, ?)", old.theCase(), fresh.theCase());
    }

    @Test
    void digestsLeaveOnceOrTwiceADayThroughBothChangesOfTheClocks() throws Exception {
        var daily = town("DAILY");
        var twice = town("TWICE_A_DAY");
        long days = 0;
        for (var first : List.of(LocalDate.of(2027, 3, 24), LocalDate.of(2027, 10, 27))) {
            for (var day = first; day.isBefore(first.plusDays(9)); day = day.plusDays(1)) {
                days++;
                arrives(daily, at(day, MORNING).minusSeconds(1));
                arrives(twice, at(day, MORNING).minusSeconds(1));
                composeDigests(at(day, MORNING), daily, twice);
                arrives(daily, at(day, MORNING).plusSeconds(1));
                arrives(twice, at(day, MORNING).plusSeconds(1));
                composeDigests(at(day, NOON).minusSeconds(1), daily, twice);
                assertEquals(days, daily.mails("DIGEST"), day::toString);
                assertEquals(2 * days - 1, twice.mails("DIGEST"), day::toString);

                composeDigests(at(day, NOON), daily, twice);
                composeDigests(at(day, NOON).plus(Duration.ofHours(9)), daily, twice);
                assertEquals(days, daily.mails("DIGEST"), day::toString);
                assertEquals(2 * days, twice.mails("DIGEST"), day::toString);
            }
        }
    }

    @Test
    void aDayWithoutTheServerIsCaughtUpOnceByThoseWhoHaveSomethingToRead() throws Exception {
        var daily = town("DAILY");
        var twice = town("TWICE_A_DAY");
        var nothing = town("TWICE_A_DAY");
        var day = LocalDate.of(2027, 5, 10);
        for (var town : List.of(daily, twice)) {
            arrives(town, at(day, MORNING).minusSeconds(60));
            arrives(town, at(day, NOON).minusSeconds(60));
        }

        // the server is back in the evening: both slots of the day were missed
        clock.moveTo(at(day, LocalTime.of(20, 0)));
        jobs.runDue(Job.DIGESTS);
        jobs.runDue(Job.DIGESTS);
        jobs.run(Job.DIGESTS);

        assertEquals(1, daily.mails("DIGEST"));
        assertEquals(1, twice.mails("DIGEST"));
        assertEquals(0, nothing.mails("DIGEST"));
        assertEquals(1, daily.waiting());

        clock.moveTo(at(day.plusDays(1), MORNING));
        jobs.runDue(Job.DIGESTS);
        assertEquals(2, daily.mails("DIGEST"));
        assertEquals(1, twice.mails("DIGEST"));
    }

    @Test
    void whatArrivesWhileDigestsAreWrittenWaitsForTheNextSlot() throws Exception {
        var town = town("TWICE_A_DAY");
        var day = LocalDate.of(2027, 6, 1);
        arrives(town, at(day, MORNING).minusSeconds(1));
        arrives(town, at(day, MORNING));
        composeDigests(at(day, MORNING), town);
        // a transaction that began before the slot commits after the digest was written
        arrives(town, at(day, MORNING).minusSeconds(1));
        composeDigests(at(day, MORNING).plusSeconds(30), town);
        assertEquals(1, town.mails("DIGEST"));
        assertEquals(2, town.waiting());

        composeDigests(at(day, NOON), town);
        assertEquals(2, town.mails("DIGEST"));
        assertEquals(0, town.waiting());
    }

    @Test
    void manyAtOnceWriteOneDigest() throws Exception {
        var town = town("TWICE_A_DAY");
        var slot = at(LocalDate.of(2027, 6, 2), MORNING);
        arrives(town, slot.minusSeconds(1));
        clock.moveTo(slot);

        InParallel.of(6, each -> compose(town, slot));

        assertEquals(1, town.mails("DIGEST"));
    }

    @Test
    void whoChoosesAnotherRhythmIsMailedAccordingly() throws Exception {
        var town = town("DAILY");
        var day = LocalDate.of(2027, 6, 3);
        arrives(town, at(day, MORNING).plusSeconds(1));
        town.wants("NONE");
        composeDigests(at(day, NOON), town);
        assertEquals(0, town.mails("DIGEST"));
        assertEquals(0, town.waiting());

        town.wants("DAILY");
        arrives(town, at(day, MORNING).plusSeconds(1));
        town.wants("EACH");
        composeDigests(at(day, NOON), town);
        assertEquals(1, town.mails("DIGEST"));
    }

    @Test
    void aDigestThatFailsStopsNoOtherAndIsTriedAgain() throws Exception {
        var broken = town("DAILY");
        var good = town("DAILY");
        var day = LocalDate.of(2027, 7, 5);
        arrives(broken, at(day, MORNING).minusSeconds(1));
        arrives(good, at(day, MORNING).minusSeconds(1));
        sql().change("update digest_item set novelty = 'BROKEN' where subscription_id = ?", broken.subscription());

        clock.moveTo(at(day, MORNING).plusSeconds(5));
        jobs.runDue(Job.DIGESTS);

        var run = jobs.runs(Job.DIGESTS).get(0);
        assertEquals(RunState.COMPLETED, run.state());
        assertEquals(1, run.failed());
        assertEquals(1, good.mails("DIGEST"));
        assertEquals(0, broken.mails("DIGEST"));
        assertTrue(failing(broken));

        sql().change("update digest_item set novelty = 'NEW' where subscription_id = ?", broken.subscription());
        clock.move(Duration.ofMinutes(1));
        assertEquals(1, jobs.run(Job.DIGESTS).done());
        assertEquals(1, broken.mails("DIGEST"));
        assertEquals(1, good.mails("DIGEST"));
        assertFalse(failing(broken));
    }

    private boolean failing(NotifiedTown town) throws Exception {
        return AsCaller.call(Jobs.ADMIN, () -> service.failures(Job.DIGESTS, null, 1000)).stream()
                .anyMatch(each -> each.item().equals(town.subscription().toString()));
    }

    private NotifiedTown town(String frequency) throws SQLException {
        return NotifiedTown.fresh(sql(), frequency);
    }

    private int compose(NotifiedTown town, Instant slot) throws Exception {
        return asBatch.call(() -> digests.compose(List.of(town.subscription()), slot));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(PARIS).toInstant();
    }

    private void arrives(NotifiedTown town, Instant when) throws SQLException {
        sql().change(
                        "insert into digest_item values (gen_random_uuid(), ?, ?, 'NEW', ?)",
                        town.subscription(),
                        UUID.randomUUID(),
                        when.atOffset(ZoneOffset.UTC));
    }

    /** Writes the digests of the slot of that moment for these towns; may be repeated. */
    private void composeDigests(Instant now, NotifiedTown... towns) throws Exception {
        clock.moveTo(now);
        var slot = Job.DIGESTS.lastSlot(now);
        for (var town : towns) {
            asBatch.call(() -> digests.compose(List.of(town.subscription()), slot));
            asBatch.call(() -> digests.compose(List.of(town.subscription()), slot));
        }
    }
}
