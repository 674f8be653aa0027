package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.desk.statistics.CountingService;
import fr.hubee.desk.statistics.Figures;
import fr.hubee.desk.statistics.Figures.DayFigures;
import fr.hubee.desk.statistics.StatisticsQuery;
import fr.hubee.desk.statistics.StatisticsService;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks the daily figures, which stay when the télédossiers are deleted. */
class StatisticsIT extends InServer {
    static final Caller ADMIN = new Caller("admin@hubee.example", null, Set.of(RoleNames.ADMIN), Set.of(), "127.0.0.1");
    static final LocalDate DAY = LocalDate.parse("2025-10-26"); // the clocks go back: it has 25 hours

    @Inject
    CountingService counting;

    @Inject
    StatisticsService statistics;

    @Inject
    CaseWorkService work;

    @Inject
    PortalReceptionService reception;

    @Test
    void aDayIsCountedOnceAndStaysWhenItsTeledossiersAreGone() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 30, 60, 365);
        var handled = demarche.deposit();
        demarche.move(handled, 0, demarche.town, CaseStatus.SENT);
        demarche.move(handled, 0, demarche.town, CaseStatus.DONE);
        demarche.move(handled, 0, CaseStatus.HUBEE_NOTIFIED); // notified again: it was handled all the same
        var refused = demarche.deposit();
        demarche.move(refused, 0, demarche.town, CaseStatus.REFUSED);
        var waiting = demarche.deposit();
        dates(handled, "2025-10-25T22:00:00Z", "2025-10-25T23:00:00Z", "2025-10-26T22:59:59Z");
        dates(refused, "2025-10-26T08:00:00Z", "2025-10-26T08:00:00Z", "2025-10-27T23:00:00Z");
        dates(waiting, "2025-10-26T23:00:00Z", null, null); // the next day, in Paris

        count();
        count();

        var figures = of(demarche, DAY, DAY).get(0);
        assertEquals(demarche.code, figures.processCode());
        assertEquals(OrganizationType.SI, figures.organizationType());
        assertEquals(2, figures.received().cases());
        assertNull(figures.received().median());
        assertEquals(2, figures.bySoftware().cases());
        assertEquals(1, figures.finished().cases());
        assertNear(Duration.ofSeconds(89_999), figures.finished().median());
        assertNear(Duration.ofHours(1), figures.bySoftware().p95());
        assertEquals(0, figures.refused().cases());
        assertNull(figures.refused().median());

        var week = total(demarche, DAY, DAY.plusDays(6));
        assertEquals(3, week.received().cases());
        assertEquals(1, week.refused().cases());
        assertNear(Duration.ofHours(39), week.refused().p95());
        var daily = AsCaller.call(ADMIN, () -> statistics.daily(ADMIN, query(demarche, DAY, DAY.plusDays(2))));
        assertEquals(
                List.of(
                        new DayFigures(DAY, 2, 0L, 2L, 1, 0),
                        new DayFigures(DAY.plusDays(1), 1, 0L, 0L, 0, 0),
                        new DayFigures(DAY.plusDays(2), 0, 0L, 0L, 0, 1)),
                daily);

        sql().change("delete from folder where process_code = ?", demarche.code);
        count();
        assertEquals(week, total(demarche, DAY, DAY.plusDays(6)));
        assertTrue(AsCaller.call(ADMIN, statistics::until).orElseThrow().isAfter(DAY));
    }

    @Test
    void anOperatorsAdministratorSeesHerOwnDemarchesOnly() throws Exception {
        var own = OwnDemarche.keeping("CLOSED", 30, 60, 365);
        var other = OwnDemarche.keeping("CLOSED", 30, 60, 365);
        for (var demarche : List.of(own, other)) {
            dates(demarche.deposit(), "2025-10-26T08:00:00Z", null, null);
        }
        count();
        var business = new Caller("ada", Organizations.DILA, Set.of(RoleNames.BUSINESS), Set.of(own.code), "127.0.0.1");
        var all = new StatisticsQuery(DAY, DAY, null, null);

        var seen = AsCaller.call(business, () -> statistics.figures(business, all));
        assertEquals(List.of(own.code), seen.stream().map(Figures::processCode).toList());
        assertEquals(
                1,
                AsCaller.call(business, () -> statistics.total(business, all))
                        .received()
                        .cases());
        assertEquals(
                List.of(new DayFigures(DAY, 1, 0L, 0L, 0, 0)),
                AsCaller.call(business, () -> statistics.daily(business, all)));
        assertThrows(
                NotAllowed.class,
                () -> AsCaller.call(business, () -> statistics.figures(business, query(other, DAY, DAY))));
        assertFalse(of(other, DAY, DAY).isEmpty());
    }

    @Test
    void aPersonAndASoftwareAreCountedApartAndThePortalThatFetchesIsNeither() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 30, 60, 365);
        var inPortal = UUID.fromString(demarche.depositInPortal().caseId());
        var inSoftware = demarche.deposit();
        assertTrue(asBatch.call(() -> reception.receive(inPortal)));
        assertEquals("f f", pickUps(inPortal));

        var person = new Caller(
                "camille",
                demarche.village.organizationKey(),
                Set.of(RoleNames.PERSON, RoleNames.READ_FOLDERS, RoleNames.MANAGE_FOLDERS),
                Set.of(demarche.code),
                "127.0.0.1");
        AsCaller.call(person, () -> work.displayed(person, inPortal));
        demarche.move(inSoftware, 0, demarche.town, CaseStatus.SENT);

        assertEquals("t f", pickUps(inPortal));
        assertEquals("f t", pickUps(inSoftware.theCase()));
    }

    private String pickUps(UUID id) throws Exception {
        return (String) sql().one(
                        "select concat_ws(' ', picked_up_by_person_at is not null, picked_up_by_software_at is not null)"
                                + " from cases where id = ?",
                        id);
    }

    @Test
    void daysBeforeItWasCountedAreNotMeasured() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 30, 60, 365);
        dates(demarche.deposit(), "2025-10-25T08:00:00Z", "2025-10-25T08:30:00Z", null);
        dates(
                demarche.deposit(),
                "2025-10-25T08:00:00Z",
                "2025-10-26T08:30:00Z",
                null); // perhaps not for the first time
        dates(demarche.deposit(), "2025-10-26T08:00:00Z", "2025-10-26T08:30:00Z", null);
        sql().change("update counted_days set pick_ups_since = ?", java.sql.Date.valueOf(DAY));
        try {
            sql().change("update counted_days set until = ?", java.sql.Date.valueOf(DAY.minusDays(2)));
            asBatch.call(counting::countDays);

            assertNull(total(demarche, DAY.minusDays(1), DAY.minusDays(1)).bySoftware());
            assertEquals(1, total(demarche, DAY.minusDays(1), DAY).bySoftware().cases());
            assertEquals(
                    List.of(
                            new DayFigures(DAY.minusDays(1), 2, null, null, 0, 0),
                            new DayFigures(DAY, 1, 0L, 1L, 0, 0)),
                    AsCaller.call(ADMIN, () -> statistics.daily(ADMIN, query(demarche, DAY.minusDays(1), DAY))));
        } finally {
            sql().change("update counted_days set pick_ups_since = null");
        }
    }

    @Test
    void aMonthThatIsOverIsPublishedOnceAndNotWhatOneOrganisationMade() throws Exception {
        var many = OwnDemarche.keeping("CLOSED", 30, 60, 365).code;
        var one = OwnDemarche.keeping("CLOSED", 30, 60, 365).code;
        counted(many, "2018-03-05", "RECEIVED", 0, 60);
        counted(many, "2018-03-06", "FINISHED", 100, 40);
        counted(many, "2018-03-06", "REFUSED", 100, 3);
        counted(one, "2018-03-05", "RECEIVED", 0, 60);
        for (int town = 0; town < 4; town++) {
            madeBy(town, many, "RECEIVED", 15);
            madeBy(town, many, "ENDED_BY_PERSON", 10);
        }
        madeBy(0, one, "RECEIVED", 60);

        publishAnew();
        assertEquals("60 null null 40 null", published(many));
        assertEquals("null null null null null", published(one));

        counted(many, "2018-03-07", "RECEIVED", 0, 1);
        publishAnew();
        assertEquals("60 null null 40 null", published(many), "it is public: it stays");
        assertEquals(0, asBatch.call(counting::publishMonths), "until another month is over");
    }

    /** Publishes as if nothing had been published yet. */
    private void publishAnew() throws Exception {
        sql().change(
                        "update counted_days set published_until = null, until = current_date - 1, organizations_until = current_date - 1");
        asBatch.call(counting::publishMonths);
    }

    private void counted(String code, String day, String measure, int bucket, long cases) throws Exception {
        sql().change(
                        "insert into daily_figure (day, process_code, organization_type, measure, bucket, cases) values (?, ?, 'SI', ?, ?, ?)",
                        java.sql.Date.valueOf(day),
                        code,
                        measure,
                        bucket,
                        cases);
    }

    private void madeBy(int town, String code, String measure, long cases) throws Exception {
        sql().change(
                        "insert into organization_figure values ('SI', ?, '-', ?, date '2018-03-01', ?, 0, ?)",
                        "9900000000000" + town,
                        code,
                        measure,
                        cases);
    }

    private String published(String code) throws Exception {
        return (String) sql().one(
                        "select concat_ws(' ', coalesce(received::text, 'null'), coalesce(by_person::text, 'null'), "
                                + "coalesce(by_software::text, 'null'), coalesce(finished::text, 'null'), coalesce(refused::text, 'null')) "
                                + "from open_figure where process_code = ?",
                        code);
    }

    @Test
    void aPeriodThatMakesNoSenseIsRefused() {
        var backwards = new StatisticsQuery(DAY, DAY.minusDays(1), null, null);
        var endless = new StatisticsQuery(DAY, DAY.plusYears(11), null, null);
        for (var query : List.of(backwards, endless, new StatisticsQuery(null, DAY, null, null))) {
            assertThrows(InvalidRequest.class, () -> AsCaller.call(ADMIN, () -> statistics.figures(ADMIN, query)));
        }
    }

    /** Counts as if the nights since then had been missed; the figures of other démarches stay as they are. */
    private void count() throws Exception {
        sql().change("update counted_days set until = ?", java.sql.Date.valueOf(DAY.minusDays(1)));
        asBatch.call(counting::countDays);
    }

    private void dates(Deposit deposit, String transmitted, String pickedUp, String ended) throws Exception {
        Stored.caseOf(deposit)
                .set(
                        "transmitted_at = cast(? as timestamptz), picked_up_by_software_at = cast(? as timestamptz), ended_at = cast(? as timestamptz)",
                        transmitted,
                        pickedUp,
                        ended);
    }

    private static StatisticsQuery query(OwnDemarche demarche, LocalDate from, LocalDate to) {
        return new StatisticsQuery(from, to, demarche.code, null);
    }

    private List<Figures> of(OwnDemarche demarche, LocalDate from, LocalDate to) throws Exception {
        return AsCaller.call(ADMIN, () -> statistics.figures(ADMIN, query(demarche, from, to)));
    }

    private Figures total(OwnDemarche demarche, LocalDate from, LocalDate to) throws Exception {
        return AsCaller.call(ADMIN, () -> statistics.total(ADMIN, query(demarche, from, to)));
    }

    private static void assertNear(Duration wanted, Duration told) {
        assertEquals(1, (double) told.toSeconds() / wanted.toSeconds(), 0.026);
    }
}
