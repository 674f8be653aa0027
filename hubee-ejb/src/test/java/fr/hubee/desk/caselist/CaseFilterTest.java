package fr.hubee.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.process.CasePerson;
import fr.hubee.exchange.folder.Example;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseFilterTest {
    static final CaseCursor FORTH = new CaseCursor(false, false, Example.NOON, new UUID(0, 1));
    static final CaseCursor BACK = new CaseCursor(true, false, Example.NOON, new UUID(0, 1));

    static CaseFilter days(String from, String to) {
        return new CaseFilter(
                CaseTab.ALL,
                Set.of(),
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                CaseSort.TRANSMITTED,
                true,
                2,
                null);
    }

    @Test
    void daysBeginAndEndInParisInWinterAndInSummer() {
        assertEquals(
                Instant.parse("2026-01-31T23:00:00Z"),
                days("2026-02-01", null).transmitted().begin());
        assertEquals(
                Instant.parse("2026-07-14T22:00:00Z"),
                days(null, "2026-07-14").transmitted().end());
    }

    @Test
    void oneEndAloneLeavesTheOtherOpen() {
        assertNull(days("2026-02-01", null).transmitted().end());
        assertNull(days(null, "2026-02-01").transmitted().begin());
    }

    @Test
    void aPageBeforeIsReadTheOtherWayRound() {
        assertTrue(CaseFilter.ALL.readsDescending());
        assertTrue(CaseFilter.ALL.at(FORTH).readsDescending());
        assertFalse(CaseFilter.ALL.at(BACK).readsDescending());
    }

    @Test
    void aPageIsNeverEmptyNorEndless() {
        assertEquals(1, CaseFilter.ALL.by(-5).size());
        assertEquals(1000, CaseFilter.ALL.by(1_000_000).size());
    }

    static CaseLine line(int number) {
        return new CaseLine(
                new UUID(0, number),
                "N-" + number,
                "EtatCivil",
                "État civil",
                CasePerson.APPLICANT,
                "Ville",
                "Exemple",
                "Zoé",
                CaseStatus.SENT,
                null,
                Example.NOON,
                null,
                null,
                Example.LATER,
                null,
                true);
    }

    @Test
    void theFirstPageHasNoneBeforeAndOneAfterWhereThereIsMore() {
        var page = CasePage.of(List.of(line(3), line(2), line(1)), CaseFilter.ALL.by(2));

        assertEquals(List.of(line(3), line(2)), page.lines());
        assertNull(page.previous());
        assertEquals(new CaseCursor(false, false, Example.NOON, new UUID(0, 2)), page.next());
    }

    @Test
    void aCursorIsOfTheDateThatSorts() {
        var byChange = new CaseFilter(CaseTab.ALL, Set.of(), null, null, null, CaseSort.UPDATED, true, 1, null);

        assertEquals(
                Example.LATER,
                CasePage.of(List.of(line(2), line(1)), byChange).next().at());
    }

    @Test
    void aLaterPageHasOneBefore() {
        var last = CasePage.of(List.of(line(2), line(1)), CaseFilter.ALL.by(2).at(FORTH));

        assertEquals(new CaseCursor(true, false, Example.NOON, new UUID(0, 2)), last.previous());
        assertNull(last.next());
    }

    @Test
    void goingBackShowsThePageJustBefore() {
        var page = CasePage.of(
                List.of(line(4), line(3), line(2)), CaseFilter.ALL.by(2).at(BACK));

        assertEquals(List.of(line(3), line(2)), page.lines());
        assertNotNull(page.previous());
        assertNotNull(page.next());
        assertNull(CasePage.of(List.of(line(4), line(3)), CaseFilter.ALL.by(2).at(BACK))
                .previous());
    }

    @Test
    void veryManyAreNotCountedOneByOne() {
        var counts = new CaseCounts(Map.of(CaseStatus.CLOSED, 1_001L, CaseStatus.SENT, 3L), Set.of());

        assertEquals(3, counts.of(CaseTab.NEW));
        assertFalse(counts.isMore(CaseTab.NEW));
        assertEquals(1_000, counts.of(CaseTab.CLOSED));
        assertTrue(counts.isMore(CaseTab.CLOSED));
        assertTrue(counts.isMore(CaseTab.ALL));
        assertEquals(0, counts.of(CaseTab.DONE));
    }

    @Test
    void whatWasNotFetchedIsInNoTab() {
        var hidden = EnumSet.complementOf(EnumSet.copyOf(CaseTab.ALL.statuses()));

        assertEquals(
                EnumSet.of(CaseStatus.HUBEE_RECEIVED, CaseStatus.HUBEE_COMPLETED, CaseStatus.HUBEE_NOTIFIED), hidden);
    }
}
