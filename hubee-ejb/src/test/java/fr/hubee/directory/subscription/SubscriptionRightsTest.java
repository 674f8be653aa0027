package fr.hubee.directory.subscription;

import static fr.hubee.kernel.security.RoleNames.ADMIN;
import static fr.hubee.kernel.security.RoleNames.BUSINESS;
import static fr.hubee.kernel.security.RoleNames.EDITOR;
import static fr.hubee.kernel.security.RoleNames.MANAGE_SUBSCRIPTIONS;
import static fr.hubee.kernel.security.RoleNames.MANAGE_USERS;
import static fr.hubee.kernel.security.RoleNames.READ_SUBSCRIPTIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionRightsTest {
    static final OrganizationKey OWN = SubscriptionTest.TOWN;
    static final OrganizationKey FOREIGN = new OrganizationKey(OrganizationType.SI, "99000102600014", "99102");

    static SubscriptionRights rights(OrganizationKey party, String... roles) {
        return SubscriptionRights.of(new Caller("ada@mairie.fr", OWN, Set.of(roles), Set.of(), null), party);
    }

    static SubscriptionRights only(boolean read, boolean manage, boolean configure, boolean validate) {
        return new SubscriptionRights(read, manage, configure, validate);
    }

    @Test
    void theNationalAdministratorDoesAll() {
        assertEquals(only(true, true, true, true), rights(null, ADMIN));
    }

    @Test
    void aSubscriberDoesAllButJudgeItsOwnRequest() {
        assertEquals(only(true, true, true, false), rights(OWN, MANAGE_SUBSCRIPTIONS, READ_SUBSCRIPTIONS));
        assertEquals(only(true, false, false, false), rights(OWN, READ_SUBSCRIPTIONS));
        assertEquals(only(false, false, false, false), rights(OWN, MANAGE_USERS));
    }

    @Test
    void anEditorActivatesAndSuspendsAndNothingElse() {
        assertEquals(only(true, true, false, false), rights(OWN, EDITOR, MANAGE_SUBSCRIPTIONS));
        assertEquals(only(true, false, false, false), rights(OWN, EDITOR, READ_SUBSCRIPTIONS));
    }

    @Test
    void anOperatorJudgesWhateverOtherRolesItsPeopleHave() {
        assertEquals(only(true, false, false, true), rights(OWN, BUSINESS));
        assertEquals(only(true, false, false, true), rights(OWN, BUSINESS, MANAGE_SUBSCRIPTIONS));
    }

    @Test
    void aStrangerDoesNothing() {
        for (var party : new OrganizationKey[] {FOREIGN, null}) {
            for (var role : new String[] {READ_SUBSCRIPTIONS, BUSINESS, EDITOR}) {
                assertEquals(only(false, false, false, false), rights(party, role, MANAGE_SUBSCRIPTIONS));
            }
        }
    }
}
