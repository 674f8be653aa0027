package fr.hubee.exchange.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseStatusTest {
    static final Set<CaseStatus> OPEN = EnumSet.complementOf(EnumSet.of(CaseStatus.CLOSED, CaseStatus.ARCHIVED));

    /** The statuses that each party may set on an open case, whatever its status. */
    @ParameterizedTest
    @CsvSource({
        // wanted,       transmitter, recipient
        "HUBEE_RECEIVED,  invalid, invalid",
        "HUBEE_COMPLETED, yes, no",
        "HUBEE_NOTIFIED,  yes, no",
        "SENT,            yes, yes",
        "SI_RECEIVED,     yes, yes",
        "SI_INTG_ERROR,   yes, yes",
        "IN_PROGRESS,     yes, yes",
        "ADD_AWAITING,    yes, yes",
        "REFUSED,         yes, yes",
        "DONE,            yes, yes",
        "CLOSED,          yes, no",
        "ARCHIVED,        invalid, invalid"
    })
    void aPartySetsTheStatusesOfItsListInAnyOrder(CaseStatus wanted, String transmitter, String recipient) {
        for (var current : OPEN) {
            assertEquals(transmitter, outcome(Party.TRANSMITTER, current, wanted), "from " + current);
            assertEquals(recipient, outcome(Party.RECIPIENT, current, wanted), "from " + current);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HUBEE_RECEIVED", "ARCHIVED"})
    void aClosedCaseMovesOnlyByItsTransmitter(CaseStatus wanted) {
        assertEquals("yes", outcome(Party.TRANSMITTER, CaseStatus.CLOSED, wanted));
        assertEquals("no", outcome(Party.RECIPIENT, CaseStatus.CLOSED, wanted));
    }

    @Test
    void nobodyBringsACaseBackToReceivedAndTheTextSaysSo() {
        for (var party : Party.values()) {
            var refusal = assertThrows(
                    InvalidRequest.class, () -> CaseStatus.check(party, CaseStatus.CLOSED, CaseStatus.HUBEE_RECEIVED));
            assertEquals("Case status HUBEE_RECEIVED cannot be set", refusal.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anArchivedCaseDoesNotMoveAnyMore(CaseStatus wanted) {
        assertEquals("invalid", outcome(Party.TRANSMITTER, CaseStatus.ARCHIVED, wanted));
        assertEquals("invalid", outcome(Party.RECIPIENT, CaseStatus.ARCHIVED, wanted));
    }

    /** The statuses are listed from the least advanced to the most; those on one line are equally advanced. */
    @Test
    void aCaseThatSkippedAStatusHasComeAsFarAsIt() {
        var order = List.of(
                Set.of(CaseStatus.HUBEE_RECEIVED),
                Set.of(CaseStatus.HUBEE_COMPLETED, CaseStatus.HUBEE_NOTIFIED),
                Set.of(CaseStatus.SENT, CaseStatus.SI_INTG_ERROR),
                Set.of(CaseStatus.SI_RECEIVED),
                Set.of(CaseStatus.IN_PROGRESS),
                Set.of(CaseStatus.ADD_AWAITING),
                Set.of(CaseStatus.REFUSED, CaseStatus.DONE),
                Set.of(CaseStatus.CLOSED),
                Set.of(CaseStatus.ARCHIVED));
        for (int reached = 0; reached < order.size(); reached++) {
            for (int milestone = 0; milestone < order.size(); milestone++) {
                for (var status : order.get(reached)) {
                    for (var wanted : order.get(milestone)) {
                        assertEquals(reached >= milestone, status.isAtLeast(wanted), status + " at least " + wanted);
                    }
                }
            }
        }
    }

    @Test
    void theTableAboveNamesEveryStatus() {
        assertEquals(12, CaseStatus.values().length);
    }

    @Test
    void namesAreAtMostFifteenLettersLongAsTheContractSays() {
        for (var status : CaseStatus.values()) {
            assertTrue(status.name().length() <= 15, status.name());
        }
    }

    private static String outcome(Party party, CaseStatus current, CaseStatus wanted) {
        try {
            CaseStatus.check(party, current, wanted);
            return "yes";
        } catch (NotAllowed failure) {
            return "no";
        } catch (InvalidRequest invalid) {
            return "invalid";
        }
    }

    @Test
    void aStatusIsFoundByItsNameOnly() {
        assertEquals(Optional.of(CaseStatus.SENT), CaseStatus.named("SENT"));
        assertEquals(Optional.empty(), CaseStatus.named("sent"));
        assertEquals(Optional.empty(), CaseStatus.named(null));
        assertEquals(
                CaseStatus.values().length,
                Stream.of(CaseStatus.values()).map(CaseStatus::label).distinct().count());
    }

    @Test
    void aPersonOfAServiceIsTheRecipientOnlyIfSheMayReadFolders() {
        assertEquals(Party.RECIPIENT, person(OrganizationType.SI, RoleNames.READ_FOLDERS));
        assertEquals(Party.TRANSMITTER, person(OrganizationType.SI, RoleNames.MANAGE_USERS));
        assertEquals(Party.TRANSMITTER, person(OrganizationType.OSL, RoleNames.READ_FOLDERS));
    }

    private static Party person(OrganizationType type, String role) {
        var organization = new OrganizationKey(type, "99000101800011", "99101");
        return Party.of(new Caller("ada", organization, Set.of(RoleNames.PERSON, role), Set.of(), null));
    }
}
