package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.statistics.CountingService;
import fr.hubee.desk.statistics.OwnMonth.OwnMeasure;
import fr.hubee.desk.statistics.OwnStatistics;
import fr.hubee.desk.statistics.OwnStatisticsService;
import fr.hubee.desk.statistics.PeerGroup;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Paris;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the figures of each organisation, beside the medians of those that receive as much. */
class OrganizationStatisticsIT extends InServer {
    final YearMonth month = YearMonth.now(Paris.ZONE).minusMonths(1);
    final LocalDate day = month.atDay(10);
    final Instant noon = day.atTime(12, 0).atZone(Paris.ZONE).toInstant();

    @Inject
    OwnStatisticsService statistics;

    @Inject
    CountingService counting;

    @Test
    void anOrganisationReadsItsOwnMonthOnceCountedAlsoWhenItsTeledossiersAreGone() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 30, 60, 365);
        var handled = demarche.depositInPortal();
        dates(handled, noon, noon.plus(Duration.ofHours(1)), null, noon.plus(Duration.ofHours(5)));
        dates(demarche.depositInPortal(), noon, null, null, null);
        var inSoftware = demarche.deposit();
        dates(inSoftware, noon, null, noon.plus(Duration.ofMinutes(2)), noon.plus(Duration.ofDays(1)));
        Stored.caseOf(inSoftware).isOfSoftware();

        count();
        sql().change("delete from folder where process_code = ?", demarche.code);
        asBatch.call(counting::countOrganizations);

        var village = of(demarche.village, demarche.code).twelve();
        assertEquals(2, village.received());
        assertEquals(1, village.of(OwnMeasure.PERSON).cases());
        assertEquals(0, village.of(OwnMeasure.SOFTWARE).cases());
        assertEquals(1, village.of(OwnMeasure.ENDED_BY_PERSON).cases());
        assertNear(Duration.ofHours(5), village.of(OwnMeasure.ENDED_BY_PERSON).median());
        var town = of(demarche.town, demarche.code);
        assertEquals(1, town.twelve().received());
        assertNear(Duration.ofMinutes(2), town.twelve().of(OwnMeasure.SOFTWARE).median());
        assertEquals(1, town.twelve().of(OwnMeasure.ENDED_BY_SOFTWARE).cases());
        assertEquals(13, town.months().size());
        assertEquals(month, town.months().get(11).month());
        assertEquals(1, town.months().get(11).received());
        assertEquals(
                List.of(demarche.code),
                AsCaller.call(local(demarche.town), () -> statistics.processes(local(demarche.town))));
    }

    @Test
    void fiveOrganisationsAreComparedAndFourAreNot() throws Exception {
        var code = "C" + NewTown.fresh().companyRegister();
        var towns = List.of(NewTown.fresh(), NewTown.fresh(), NewTown.fresh(), NewTown.fresh(), NewTown.fresh());
        for (int each = 0; each < towns.size(); each++) {
            figure(towns.get(each), code, "RECEIVED", 0, 20 + each);
            figure(towns.get(each), code, "PERSON", 100 + each, 3);
            figure(towns.get(each), code, "PERSON", 200, 2); // never the half
        }
        figure(towns.get(0), code, "ENDED_BY_PERSON", 150, 9);
        figure(NewTown.fresh(), code, "RECEIVED", 0, 100); // receives more than they do

        compare();

        var first = of(towns.get(0), code);
        assertEquals(PeerGroup.SOME, first.group().orElseThrow());
        assertEquals(22, first.peers().get(OwnMeasure.RECEIVED).received());
        assertEquals(5, first.peers().get(OwnMeasure.PERSON).organizations());
        assertNear(
                Duration.ofSeconds((long) Math.pow(1.05, 102.5)),
                first.peers().get(OwnMeasure.PERSON).delay());
        assertFalse(first.peers().containsKey(OwnMeasure.ENDED_BY_PERSON));

        sql().change(
                        "delete from organization_figure where process_code = ? and company_register = ?",
                        code,
                        towns.get(4).companyRegister());
        compare();
        assertTrue(of(towns.get(0), code).peers().isEmpty());
    }

    @Test
    void communesOfOneSizeAreComparedWhereTheyAreFiveAndElseThoseThatReceiveAsMuch() throws Exception {
        var code = "C" + NewTown.fresh().companyRegister();
        var towns = Stream.generate(() -> NewTown.fresh().registered()).limit(6).toList();
        for (int each = 0; each < towns.size(); each++) {
            figure(towns.get(each), code, "RECEIVED", 0, 5 + 30 * each); // of different volumes
            people(towns.get(each), each == 5 ? 499 : 500 + 370 * each);
        }

        compare();

        var middle = of(towns.get(2), code);
        assertEquals(PeerGroup.UNDER_2000, middle.group().orElseThrow());
        assertEquals(5, middle.peers().get(OwnMeasure.RECEIVED).organizations());
        assertEquals(65, middle.peers().get(OwnMeasure.RECEIVED).received());
        var small = of(towns.get(5), code);
        assertEquals(PeerGroup.MANY, small.group().orElseThrow());
        assertTrue(small.peers().isEmpty(), "alone in both groups that it has");

        people(towns.get(4), 2_000);
        compare();
        assertEquals(PeerGroup.MANY, of(towns.get(2), code).group().orElseThrow());
    }

    private void people(NewTown town, int population) throws Exception {
        sql().change(
                        "update organization set population = ? where company_register = ?",
                        population,
                        town.companyRegister());
    }

    private void figure(NewTown town, String code, String measure, int bucket, long cases) throws Exception {
        sql().change(
                        "insert into organization_figure values ('SI', ?, ?, ?, ?, ?, ?, ?)",
                        town.companyRegister(),
                        town.branchCode(),
                        code,
                        Date.valueOf(month.atDay(1)),
                        measure,
                        bucket,
                        cases);
    }

    /** Counts as if the nights since then had been missed; days of other démarches may be counted twice. */
    private void count() throws Exception {
        sql().change(
                        "update counted_days set organizations_since = null, organizations_until = ?",
                        Date.valueOf(day.minusDays(1)));
        asBatch.call(counting::countOrganizations);
    }

    private void compare() throws Exception {
        sql().change("update counted_days set peers_until = null");
        asBatch.call(counting::countOrganizations);
    }

    private void dates(Deposit deposit, Instant transmitted, Instant byPerson, Instant bySoftware, Instant ended)
            throws Exception {
        Stored.caseOf(deposit)
                .set(
                        "transmitted_at = cast(? as timestamptz), picked_up_by_person_at = cast(? as timestamptz), picked_up_by_software_at = cast(? as timestamptz), ended_at = cast(? as timestamptz)",
                        text(transmitted),
                        text(byPerson),
                        text(bySoftware),
                        text(ended));
    }

    private static String text(Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static Caller local(NewTown town) {
        return new Caller(
                "ada",
                town.organizationKey(),
                Set.of(RoleNames.PERSON, RoleNames.READ_SUBSCRIPTIONS),
                Set.of(),
                "127.0.0.1");
    }

    private OwnStatistics of(NewTown town, String code) throws Exception {
        return AsCaller.call(local(town), () -> statistics.of(local(town), code));
    }

    private static void assertNear(Duration wanted, Duration told) {
        assertEquals(1, (double) told.toSeconds() / wanted.toSeconds(), 0.026);
    }
}
