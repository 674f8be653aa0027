package fr.hubee.exchange.folder;

import static fr.hubee.exchange.folder.Example.NOON;
import static fr.hubee.exchange.folder.Example.OPERATOR;
import static fr.hubee.exchange.folder.Example.PROCESS;
import static fr.hubee.exchange.folder.Example.TOWN;
import static fr.hubee.exchange.folder.Example.VILLAGE;
import static fr.hubee.exchange.folder.Example.caller;
import static fr.hubee.exchange.folder.Example.deposit;
import static fr.hubee.exchange.folder.Example.pdf;
import static fr.hubee.exchange.folder.Example.update;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseAccessTest {
    static final OrganizationKey OTHER_OPERATOR = new OrganizationKey(OrganizationType.OSL, "99000002800015", "00000");
    static final OrganizationKey STATE = new OrganizationKey(OrganizationType.ADMIN, "99000000200012", "00000");

    static final Caller ITS_OPERATOR = caller(RoleNames.OSL, OPERATOR, PROCESS);
    static final Caller ITS_SERVICE = caller(RoleNames.SI, TOWN, PROCESS);
    static final Caller ADMINISTRATOR = caller(RoleNames.ADMIN, STATE);

    final Case complete = Example.completeCase();
    final Case incomplete = Example.incompleteCase();

    static Stream<Caller> outsiders() {
        return Stream.of(
                caller(RoleNames.OSL, OTHER_OPERATOR, PROCESS),
                caller(RoleNames.OSL, OPERATOR, "CERTDC"),
                caller(RoleNames.OSL, OPERATOR),
                caller(RoleNames.OSL, TOWN, PROCESS),
                caller(RoleNames.SI, VILLAGE, PROCESS),
                caller(RoleNames.SI, TOWN, "CERTDC"),
                caller(RoleNames.SI, TOWN),
                caller(RoleNames.SI, OPERATOR, PROCESS),
                caller(RoleNames.DATAPASS, OPERATOR, PROCESS),
                caller(RoleNames.DATAPASS, TOWN, PROCESS),
                caller(RoleNames.BATCH, OPERATOR, PROCESS));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void aStrangerReachesNeitherFolderNorCase(Caller stranger) {
        assertThrows(NotAllowed.class, () -> CaseAccess.check(stranger, complete.folder()));
        assertThrows(NotAllowed.class, () -> CaseAccess.check(stranger, complete));
    }

    static Stream<Caller> strangePeople() {
        return Stream.of(
                person(RoleNames.READ_FOLDERS, VILLAGE, PROCESS),
                person(RoleNames.READ_FOLDERS, TOWN, "CERTDC"),
                person(RoleNames.BUSINESS, OTHER_OPERATOR, PROCESS),
                person(RoleNames.BUSINESS, OPERATOR, "CERTDC"));
    }

    private static Caller person(String role, OrganizationKey organization, String processCode) {
        return new Caller("zoe", organization, Set.of(RoleNames.PERSON, role), Set.of(processCode), null);
    }

    @ParameterizedTest
    @MethodSource("strangePeople")
    void toAPersonWhoMayNotSeeItACaseDoesNotExist(Caller stranger) {
        var refusal = assertThrows(NotFound.class, () -> CaseAccess.check(stranger, complete));

        assertEquals(Optional.of(complete.id().toString()), refusal.hidden(), "the journal knows what she asked for");
        assertEquals(NotFound.of("Case").getMessage(), refusal.getMessage());
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void aStrangerDoesNotLearnWhetherACaseIsComplete(Caller stranger) {
        assertThrows(NotAllowed.class, () -> CaseAccess.check(stranger, incomplete));
    }

    @Test
    void anOperatorReachesItsFoldersAndTheirCasesCompleteOrNot() {
        for (var theCase : new Case[] {complete, incomplete}) {
            assertDoesNotThrow(() -> CaseAccess.check(ITS_OPERATOR, theCase.folder()));
            assertDoesNotThrow(() -> CaseAccess.check(ITS_OPERATOR, theCase));
        }
    }

    @Test
    void theAdministratorReachesEverything() {
        for (var theCase : new Case[] {complete, incomplete}) {
            assertDoesNotThrow(() -> CaseAccess.check(ADMINISTRATOR, theCase.folder()));
            assertDoesNotThrow(() -> CaseAccess.check(ADMINISTRATOR, theCase));
        }
    }

    @Test
    void aServiceReachesItsCompleteCases() {
        assertDoesNotThrow(() -> CaseAccess.check(ITS_SERVICE, complete));
    }

    @Test
    void forItsServiceACaseDoesNotExistBeforeItIsComplete() {
        var refusal = assertThrows(NotFound.class, () -> CaseAccess.check(ITS_SERVICE, incomplete));

        assertEquals("Case is not found", refusal.getMessage());
    }

    @Test
    void aServiceReachesNoFolderNotEvenThatOfItsCase() {
        assertThrows(NotAllowed.class, () -> CaseAccess.check(ITS_SERVICE, complete.folder()));
    }

    @Test
    void aDepositInProgressExistsForItsAuthorAndTheAdministratorOnly() {
        var event = complete.record(Party.RECIPIENT, TOWN, deposit(null, pdf()), NOON);

        assertDoesNotThrow(() -> CaseAccess.check(ITS_SERVICE, event));
        assertDoesNotThrow(() -> CaseAccess.check(ADMINISTRATOR, event));
        var refusal = assertThrows(NotFound.class, () -> CaseAccess.check(ITS_OPERATOR, event));
        assertEquals("Event is not found", refusal.getMessage());
    }

    @Test
    void anEventThatWasSentExistsForBothParties() {
        var event = complete.record(Party.RECIPIENT, TOWN, update(null), NOON);

        assertDoesNotThrow(() -> CaseAccess.check(ITS_SERVICE, event));
        assertDoesNotThrow(() -> CaseAccess.check(ITS_OPERATOR, event));
    }

    @Test
    void onlyAnOperatorOrTheAdministratorSearchesFolders() {
        assertDoesNotThrow(() -> CaseAccess.requireOfAnOperator(ITS_OPERATOR));
        assertDoesNotThrow(() -> CaseAccess.requireOfAnOperator(person(RoleNames.BUSINESS, OPERATOR, PROCESS)));
        assertDoesNotThrow(() -> CaseAccess.requireOfAnOperator(ADMINISTRATOR));
        assertThrows(NotAllowed.class, () -> CaseAccess.requireOfAnOperator(ITS_SERVICE));
    }

    @Test
    void theAdministratorReadsNoBytesWithoutAReadingRight() {
        var file = complete.folder().attachments().get(0);

        assertDoesNotThrow(() -> CaseAccess.checkBytes(ITS_SERVICE, file));
        assertThrows(NotAllowed.class, () -> CaseAccess.checkBytes(ADMINISTRATOR, file));
    }
}
