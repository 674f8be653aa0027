package fr.hubee.kernel.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.security.Caller.Replaced;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeputyshipTest {
    static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "22770001000019", "77372");
    static final Replaced ODILE = new Replaced("odile", true, Set.of("EtatCivil"));
    static final Replaced ROSE = new Replaced("rose", false, Set.of("CERTDC"));

    static Caller agent(Set<String> roles, String... processCodes) {
        return new Caller("paul", TOWN, roles, Set.of(processCodes), null);
    }

    static final Caller HANDLER =
            agent(Set.of(RoleNames.PERSON, RoleNames.READ_FOLDERS, RoleNames.MANAGE_FOLDERS), "RSA");

    @Test
    void aDeputySeesHerOwnDemarchesAndThoseOfHerColleagues() {
        var paul = HANDLER.replacing(List.of(ODILE, ROSE));

        assertEquals(Set.of("RSA", "EtatCivil", "CERTDC"), paul.processCodes());
        assertEquals(HANDLER.roles(), paul.roles());
        assertEquals("paul", paul.name());
    }

    @Test
    void sheOnlyReadsWhatHerColleagueOnlyReadsEvenIfSheHandlesHerOwn() {
        var paul = HANDLER.replacing(List.of(ODILE, ROSE));

        assertTrue(paul.manages("RSA"));
        assertTrue(paul.manages("EtatCivil"));
        assertFalse(paul.manages("CERTDC"));
        assertFalse(paul.manages("other"));
    }

    @Test
    void whatSheOnlyReadsSheDoesNotHandleForAColleagueWhoHandlesOther() {
        var reader =
                agent(Set.of(RoleNames.PERSON, RoleNames.READ_FOLDERS), "RSA").replacing(List.of(ODILE));

        assertTrue(reader.is(RoleNames.MANAGE_FOLDERS));
        assertFalse(reader.manages("RSA"));
        assertTrue(reader.covers("RSA"));
    }

    @Test
    void aDemarcheThatSheCouldNotReadStaysClosed() {
        var clerk = agent(Set.of(RoleNames.PERSON, RoleNames.READ_USERS), "RSA").replacing(List.of(ROSE));

        assertTrue(clerk.is(RoleNames.READ_FOLDERS));
        assertFalse(clerk.is(RoleNames.MANAGE_FOLDERS));
        assertFalse(clerk.covers("RSA"));
        assertTrue(clerk.covers("CERTDC"));
    }

    @Test
    void sheActsForAColleagueOnlyWhereHerOwnRightsDoNotSuffice() {
        var reader = agent(Set.of(RoleNames.PERSON, RoleNames.READ_FOLDERS), "EtatCivil")
                .replacing(List.of(ODILE, ROSE));

        assertEquals(Set.of(), reader.forWhom("EtatCivil", false));
        assertEquals(Set.of("odile"), reader.forWhom("EtatCivil", true));
        assertEquals(Set.of("rose"), reader.forWhom("CERTDC", false));
        assertEquals(Set.of(), reader.forWhom("CERTDC", true), "nobody lends it");
        assertEquals(Set.of(), HANDLER.forWhom("RSA", true));
    }

    @Test
    void whoeverReplacesNobodyIsUnchanged() {
        assertSame(HANDLER, HANDLER.replacing(List.of()));
        assertTrue(HANDLER.manages("RSA"));
    }
}
