package fr.hubee.directory.subscription;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.fuzz.AnyCaller;
import fr.hubee.fuzz.AnyCaller.AnyOrganization;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The subscriptions that anybody reads and changes, whatever roles she has together. */
class SubscriptionPropertiesTest {

    @Property
    void nobodyReadsOrChangesASubscriptionWithoutTheRight(
            @ForAll(supplier = AnyCaller.class) Caller caller,
            @ForAll(supplier = AnyOrganization.class) OrganizationKey party) {
        if (caller.is(RoleNames.ADMIN)) {
            return;
        }
        var rights = SubscriptionRights.of(caller, party);
        boolean hers = caller.organization().equals(party);
        boolean manages = hers && caller.is(RoleNames.MANAGE_SUBSCRIPTIONS);
        boolean ofOperator = hers && caller.is(RoleNames.BUSINESS);
        assertTrue(!rights.read() || manages || ofOperator || (hers && caller.is(RoleNames.READ_SUBSCRIPTIONS)));
        assertTrue(!rights.manage() || (manages && !ofOperator));
        assertTrue(!rights.configure() || (manages && !ofOperator && !caller.is(RoleNames.EDITOR)));
        assertTrue(!rights.validate() || ofOperator);
        assertTrue(rights.read() || !(rights.manage() || rights.configure() || rights.validate()));
    }
}
