package fr.hubee.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.folder.Case;
import fr.hubee.folder.Example;
import fr.hubee.folder.status.CaseStatus;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.subscription.AccessMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseRightsTest {

    static CaseRights rights(Case theCase) {
        var agent = Example.caller(Roles.MANAGE_FOLDERS, Example.TOWN, Example.PROCESS);
        return CaseRights.of(agent, theCase, PortalTransitionsTest.of(true, true, true));
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

    static boolean receives(Caller person, Case theCase) {
        return CaseRights.of(person, theCase, PortalTransitionsTest.of(true, true, true))
                .receivedOnDisplay();
    }

    @Test
    void whateverItsServiceLetsHerDoWhoDisplaysWhatIsNewReceivesIt() {
        var theCase = Example.arrivedCase(AccessMode.PORTAIL);
        var reader = Example.caller(Roles.READ_FOLDERS, Example.TOWN, Example.PROCESS);
        assertFalse(receives(reader, theCase), "the portal has not fetched it");

        Example.move(theCase, CaseStatus.SENT);
        assertTrue(receives(reader, theCase));
        assertFalse(receives(Example.caller(Roles.BUSINESS, Example.OPERATOR, Example.PROCESS), theCase));
        assertFalse(receives(Example.caller(Roles.READ_FOLDERS, Example.OPERATOR, Example.PROCESS), theCase));
        assertFalse(receives(Example.caller(Roles.ADMIN, Example.OPERATOR), theCase));

        Example.move(theCase, CaseStatus.SI_RECEIVED);
        assertFalse(receives(reader, theCase));
    }

    @Test
    void whatIsHandledInSoftwareIsNotReceivedByItsDisplay() {
        var theCase = Example.arrivedCase(AccessMode.API);
        Example.move(theCase, CaseStatus.SENT);

        assertFalse(receives(Example.caller(Roles.READ_FOLDERS, Example.TOWN, Example.PROCESS), theCase));
    }
}
