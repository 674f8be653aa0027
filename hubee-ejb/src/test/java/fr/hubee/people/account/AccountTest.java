package fr.hubee.people.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.security.RoleNames;
import fr.hubee.people.identity.IdentityTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    void aNewOneIsActiveWithTheRolesOfItsType() {
        var account = People.account("ada", ActorType.AGENT, "EtatCivil");

        assertTrue(account.isActive());
        assertEquals(new Rights(ActorType.AGENT, Set.of(Role.MANAGE_FOLDERS), Set.of("EtatCivil")), account.rights());
        assertFalse(account.detail("Pontcarré").datapass());
        assertNull(account.detail("Pontcarré").updatedAt());
    }

    @Test
    void aRequestOfDataPassMakesALocalAdministrator() {
        var account = Account.fromSubscription("ada@example.fr", People.TOWN, IdentityTest.ADA, People.NOW);

        assertTrue(account.detail("Pontcarré").datapass());
        assertEquals(ActorType.LOCAL_ADMINISTRATOR, account.actorType());
    }

    @Test
    void whoManagesMayAlsoLookAndHerTypeBringsTheRest() {
        var editor = People.account("ed", ActorType.EDITOR);

        var caller = editor.known(Set.of(), List.of()).caller("127.0.0.1");

        assertEquals(
                Set.of(
                        RoleNames.PERSON,
                        RoleNames.EDITOR,
                        RoleNames.READ_SUBSCRIPTIONS,
                        RoleNames.MANAGE_SUBSCRIPTIONS),
                caller.roles());
        assertEquals("ed@example.fr", caller.name());
    }

    @Test
    void theCallerCoversWhatTheAccountReaches() {
        var known = People.account("ada", ActorType.LOCAL_ADMINISTRATOR).known(Set.of("RSA"), List.of());

        assertTrue(known.caller(null).covers("RSA"));
        assertFalse(known.caller(null).covers("EtatCivil"));
    }

    @Test
    void sameRightsAreEqualInWhateverOrderTheyWereGiven() {
        var some = new Rights(ActorType.AGENT, Set.of(Role.READ_USERS, Role.MANAGE_FOLDERS), Set.of("B", "A"));
        var same = new Rights(ActorType.AGENT, Set.of(Role.MANAGE_FOLDERS, Role.READ_USERS), Set.of("A", "B"));

        assertEquals(some, same);
        assertEquals(some.toString(), same.toString());
    }
}
