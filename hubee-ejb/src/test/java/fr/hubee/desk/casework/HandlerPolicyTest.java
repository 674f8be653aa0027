package fr.hubee.desk.casework;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.folder.Example;
import fr.hubee.kernel.security.Caller.Replaced;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.account.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandlerPolicyTest {

    static KnownAccount person(OrganizationKey organization, Role role, String process, boolean active) {
        return new KnownAccount(
                new UUID(0, 1),
                "odile@pontcarre.example",
                ActorType.AGENT,
                organization,
                "Odile",
                "Martin",
                Set.of(role),
                Set.of(process),
                active,
                List.of());
    }

    static boolean allowed(KnownAccount person) {
        return AssignmentService.mayHandle(person, Example.TOWN, Example.PROCESS);
    }

    @Test
    void anActivePersonOfTheServiceWhoManagesTheDemarcheMayHandleIt() {
        assertTrue(allowed(person(Example.TOWN, Role.MANAGE_FOLDERS, Example.PROCESS, true)));
    }

    @Test
    void nobodyElseMay() {
        assertFalse(allowed(person(Example.OPERATOR, Role.MANAGE_FOLDERS, Example.PROCESS, true)));
        assertFalse(allowed(person(Example.TOWN, Role.READ_FOLDERS, Example.PROCESS, true)));
        assertFalse(allowed(person(Example.TOWN, Role.MANAGE_FOLDERS, "other", true)));
        assertFalse(allowed(person(Example.TOWN, Role.MANAGE_FOLDERS, Example.PROCESS, false)));
    }

    @Test
    void aDeputyMayForAColleagueWhoHandlesItAndNotForOneWhoOnlyReads() {
        assertTrue(allowed(replacing(Example.TOWN, true)));
        assertFalse(allowed(replacing(Example.TOWN, false)));
        assertFalse(allowed(replacing(Example.OPERATOR, true)));
    }

    static KnownAccount replacing(OrganizationKey organization, boolean manages) {
        var person = person(organization, Role.READ_USERS, "other", true);
        return new KnownAccount(
                person.id(),
                person.email(),
                person.actorType(),
                organization,
                "Odile",
                "Martin",
                person.roles(),
                person.processCodes(),
                true,
                List.of(new Replaced("rose@pontcarre.example", manages, Set.of(Example.PROCESS))));
    }
}
