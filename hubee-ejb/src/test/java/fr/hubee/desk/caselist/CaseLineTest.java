package fr.hubee.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.process.CasePerson;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.folder.Example;
import fr.hubee.exchange.status.CaseStatus;
import java.util.EnumSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseLineTest {
    static CaseLine line(CaseStatus status, AccessMode accessMode) {
        return line(status, accessMode, true);
    }

    static CaseLine line(CaseStatus status, AccessMode accessMode, boolean anyFile) {
        return new CaseLine(
                new UUID(0, 1),
                "N-1",
                "EtatCivil",
                "État civil",
                CasePerson.APPLICANT,
                "Ville",
                "Exemple",
                "Zoé",
                status,
                accessMode,
                Example.NOON,
                null,
                null,
                Example.LATER,
                null,
                anyFile);
    }

    static EnumSet<CaseStatus> those(Predicate<CaseLine> wanted) {
        return Stream.of(CaseStatus.values())
                .filter(status -> status != CaseStatus.HUBEE_RECEIVED) // not transmitted: in nobody's list
                .filter(status -> wanted.test(line(status, AccessMode.PORTAIL)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseStatus.class)));
    }

    @Test
    void filesAreTakenFromTheFirstReadingUntilTheCaseIsClosed() {
        assertEquals(
                EnumSet.of(
                        CaseStatus.SENT,
                        CaseStatus.SI_RECEIVED,
                        CaseStatus.IN_PROGRESS,
                        CaseStatus.ADD_AWAITING,
                        CaseStatus.REFUSED,
                        CaseStatus.DONE),
                those(CaseLine::isDownloadable));
    }

    @Test
    void takingThemBeginsOnlyWhatHasNotBegun() {
        assertEquals(EnumSet.of(CaseStatus.SENT, CaseStatus.SI_RECEIVED), those(CaseLine::isBegunByDownload));
    }

    @Test
    void whatArrivedInSoftwareStaysThere() {
        assertFalse(line(CaseStatus.SENT, AccessMode.API).isDownloadable());
        assertFalse(line(CaseStatus.SENT, AccessMode.API).isBegunByDownload());
        assertTrue(line(CaseStatus.SENT, null).isDownloadable(), "nobody had chosen");
    }

    @Test
    void whatHasNoFileLeftIsWorkedOnAndNotDownloaded() {
        var without = line(CaseStatus.SENT, AccessMode.PORTAIL, false);

        assertTrue(without.isHandledHere());
        assertFalse(without.isDownloadable());
        assertFalse(without.isBegunByDownload(), "nothing is taken that would begin it");
    }
}
