package fr.hubee.people.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.fuzz.AnyCaller;
import fr.hubee.fuzz.AnyCaller.AnyOrganization;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The accounts that anybody changes, whatever roles she has together. */
class ActorPropertiesTest {
    private static Actor actor(Caller caller) {
        return Actor.of(caller, Optional.empty());
    }

    @Property
    void nobodyReachesAccountsOfAnotherOrganisation(
            @ForAll(supplier = AnyCaller.class) Caller caller,
            @ForAll(supplier = AnyOrganization.class) OrganizationKey other) {
        boolean reached = true;
        try {
            actor(caller).requireReach(other);
        } catch (NotAllowed refused) {
            reached = false;
        }
        assertEquals(caller.is(RoleNames.ADMIN) || caller.organization().equals(other), reached);
    }

    @Property
    void nobodyMakesAnAccountThatIsAboveHerOwn(
            @ForAll(supplier = AnyCaller.class) Caller caller, @ForAll OrganizationType there) {
        for (var kind : actor(caller).makes(there)) {
            assertTrue(caller.is(RoleNames.ADMIN) || caller.is(RoleNames.MANAGE_USERS));
            assertTrue(caller.is(RoleNames.ADMIN) || kind == ActorType.AGENT || caller.is(kind.brings()), kind::name);
            assertEquals(there, kind.organizationType());
        }
    }

    @Property
    void anAgentGivesOnlyWhatSheHas(@ForAll(supplier = AnyCaller.class) Caller caller, @ForAll Role role) {
        boolean gives = actor(caller).mayGive(role);
        boolean administers = caller.is(RoleNames.ADMIN) || caller.is(RoleNames.BUSINESS);
        boolean usual = role.name().equals(caller.is(RoleNames.EDITOR) ? "MANAGE_SUBSCRIPTIONS" : "MANAGE_FOLDERS");
        assertEquals(administers || caller.is(role.name()) || usual, gives);
    }
}
