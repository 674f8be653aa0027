package fr.hubee.desk.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.SilentSubscription;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.Example;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseRightsTest {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static CaseRights rights(Case theCase) {
        var agent = Example.caller(RoleNames.MANAGE_FOLDERS, Example.TOWN, Example.PROCESS);
        return CaseRights.of(agent, theCase, PortalTransitionsTest.of(true, true, true), false, NOW);
    }

    @Test
    void whatWaitsForAChoiceSaysWhere() {
        var waiting = Example.arrivedCase(null);

        assertTrue(rights(waiting).moveRefusal().contains("modalité d’accès"), rights(waiting)::moveRefusal);
        assertEquals(List.of(), rights(waiting).next());
    }

    @Test
    void onceItsServiceHasChosenItIsFinishedThere() {
        var waiting = Example.arrivedCase(null);
        assertTrue(waiting.awaitsAccessMode());

        Example.choose(waiting, AccessMode.PORTAIL);

        assertFalse(waiting.awaitsAccessMode());
        assertTrue(rights(waiting).moveRefusal().contains("dans une minute"), rights(waiting)::moveRefusal);
    }

    @Test
    void whatSoftwareFetchedBeforeAnythingWasChosenWaitsForNothing() {
        var fetched = Example.arrivedCase(null);

        Example.move(fetched, CaseStatus.SENT);

        assertFalse(fetched.awaitsAccessMode());
        assertNull(rights(fetched).moveRefusal());
    }

    @Test
    void whatIsFullForTodayIsReadAndDownloadedOnly() {
        var theCase = Example.arrivedCase(AccessMode.PORTAIL);
        Example.move(theCase, CaseStatus.SENT);
        var agent = Example.caller(RoleNames.MANAGE_FOLDERS, Example.TOWN, Example.PROCESS);

        var rights = CaseRights.of(agent, theCase, PortalTransitionsTest.of(true, true, true), true, NOW);

        assertEquals(List.of(), rights.next());
        assertFalse(rights.receivedOnDisplay());
        assertNull(rights.downloadRefusal());
        for (var refusal : List.of(
                rights.moveRefusal(), rights.messageRefusal(), rights.commentRefusal(), rights.depositRefusal())) {
            assertEquals(CaseRights.FULL, refusal);
        }
    }

    @Test
    void whereTheDemarcheForbidsMessagesAnAgentWritesNoneWithAStatusEither() {
        var theCase = Example.arrivedCase(AccessMode.PORTAIL);
        Example.move(theCase, CaseStatus.IN_PROGRESS);
        var agent = Example.caller(RoleNames.MANAGE_FOLDERS, Example.TOWN, Example.PROCESS);

        var silent = CaseRights.of(agent, theCase, PortalTransitionsTest.of(false, true, true), false, NOW);

        assertTrue(rights(theCase).messageAllowed());
        assertFalse(silent.messageAllowed());
        assertEquals(Words.text("desk.case.noMessage"), silent.messageRefusal());
        assertNull(silent.moveRefusal());
    }

    @Test
    void whereTheFilesCloseWithTheWorkTheSupportOpensThemForAgents() {
        var theCase = Example.arrivedCase(AccessMode.PORTAIL);
        var agent = Example.caller(RoleNames.MANAGE_FOLDERS, Example.TOWN, Example.PROCESS);
        var closing = PortalTransitionsTest.keeping(Period.ofMonths(2));
        Example.move(theCase, CaseStatus.IN_PROGRESS);
        assertNull(CaseRights.of(agent, theCase, closing, false, NOW).downloadRefusal());

        for (var end : CaseRights.FINISHED) {
            Example.move(theCase, end);
            var refusal = CaseRights.of(agent, theCase, closing, false, NOW).downloadRefusal();
            assertTrue(refusal.contains("écrivez au support"), refusal);
            assertNull(rights(theCase).downloadRefusal(), "another démarche keeps them open");
        }
        Example.openFiles(theCase, NOW);
        assertNull(CaseRights.of(agent, theCase, closing, false, NOW.minusSeconds(1))
                .downloadRefusal());
        assertNotNull(CaseRights.of(agent, theCase, closing, true, NOW).downloadRefusal());
    }

    static boolean receives(Caller person, Case theCase) {
        return CaseRights.of(person, theCase, PortalTransitionsTest.of(true, true, true), false, NOW)
                .receivedOnDisplay();
    }

    @Test
    void whateverItsServiceLetsHerDoWhoDisplaysWhatIsNewReceivesIt() {
        var theCase = Example.arrivedCase(AccessMode.PORTAIL);
        var reader = Example.caller(RoleNames.READ_FOLDERS, Example.TOWN, Example.PROCESS);
        assertFalse(receives(reader, theCase), "the portal has not fetched it");

        Example.move(theCase, CaseStatus.SENT);
        assertTrue(receives(reader, theCase));
        assertFalse(receives(Example.caller(RoleNames.BUSINESS, Example.OPERATOR, Example.PROCESS), theCase));
        assertFalse(receives(Example.caller(RoleNames.READ_FOLDERS, Example.OPERATOR, Example.PROCESS), theCase));
        assertFalse(receives(Example.caller(RoleNames.ADMIN, Example.OPERATOR), theCase));

        Example.move(theCase, CaseStatus.SI_RECEIVED);
        assertFalse(receives(reader, theCase));
    }

    @Test
    void whatIsHandledInSoftwareIsNotReceivedByItsDisplay() {
        var theCase = Example.arrivedCase(AccessMode.API);
        Example.move(theCase, CaseStatus.SENT);

        assertFalse(receives(Example.caller(RoleNames.READ_FOLDERS, Example.TOWN, Example.PROCESS), theCase));
    }

    static final SilentSubscription SILENCE = new SilentSubscription(
            new UUID(0, 1),
            Example.TOWN,
            "Mairie de Pontcarré",
            Example.PROCESS,
            "Acte d’état civil",
            null,
            "Logiciels du plateau",
            Example.NOON);

    static final Caller ADMINISTRATOR =
            Example.caller(RoleNames.LOCAL, Example.TOWN).proven(Example.NOON);

    static boolean rescues(Caller caller, Case theCase, SilentSubscription silence) {
        return CaseRights.rescuing(caller, theCase, silence).isPresent();
    }

    @Test
    void whileItsSoftwareIsSilentTheLocalAdministratorReadsAndDownloadsAndNoMore() {
        var rights = CaseRights.rescuing(ADMINISTRATOR, Example.arrivedCase(AccessMode.API), SILENCE)
                .orElseThrow();

        assertTrue(rights.rescue());
        assertNull(rights.downloadRefusal());
        assertFalse(rights.receivedOnDisplay());
        assertEquals(List.of(), rights.next());
        assertEquals(
                "Votre logiciel (éditeur : Logiciels du plateau) ne s’est pas connecté depuis le 24 novembre 2026 à"
                        + " 12\u00a0h\u00a000. Vous pouvez lire et télécharger ce télédossier ; il se traite dans votre"
                        + " logiciel.",
                rights.moveRefusal());
        for (var refusal : List.of(rights.messageRefusal(), rights.commentRefusal(), rights.depositRefusal())) {
            assertEquals(rights.moveRefusal(), refusal);
        }
    }

    @Test
    void nobodyElseRescues() {
        var theCase = Example.arrivedCase(AccessMode.API);
        for (var role : List.of(
                RoleNames.READ_FOLDERS,
                RoleNames.MANAGE_FOLDERS,
                RoleNames.MANAGE_SUBSCRIPTIONS,
                RoleNames.BUSINESS,
                RoleNames.EDITOR,
                RoleNames.ADMIN,
                RoleNames.SI)) {
            assertFalse(
                    rescues(Example.caller(role, Example.TOWN, Example.PROCESS).proven(Example.NOON), theCase, SILENCE),
                    role);
        }
        var ofTheVillage = Example.caller(RoleNames.LOCAL, Example.VILLAGE).proven(Example.NOON);
        assertFalse(rescues(ofTheVillage, theCase, SILENCE));
        assertFalse(rescues(Example.caller(RoleNames.LOCAL, Example.TOWN), theCase, SILENCE), "one factor");
    }

    @Test
    void onlyWhatWaitsForThatSoftwareIsRescued() {
        var theCase = Example.arrivedCase(AccessMode.API);
        assertFalse(rescues(ADMINISTRATOR, theCase, null), "it calls");
        assertFalse(rescues(ADMINISTRATOR, theCase, silence(Example.VILLAGE, Example.PROCESS)));
        assertFalse(rescues(ADMINISTRATOR, theCase, silence(Example.TOWN, "CERTDC")));
        assertFalse(rescues(ADMINISTRATOR, Example.arrivedCase(AccessMode.PORTAIL), SILENCE));
        assertFalse(rescues(ADMINISTRATOR, Example.arrivedCase(null), SILENCE));
        assertTrue(rescues(ADMINISTRATOR, theCase, SILENCE));

        Example.move(theCase, CaseStatus.SENT);
        assertFalse(rescues(ADMINISTRATOR, theCase, SILENCE), "it was fetched");
    }

    static SilentSubscription silence(OrganizationKey service, String processCode) {
        return new SilentSubscription(new UUID(0, 1), service, "", processCode, "", null, null, Example.NOON);
    }
}
