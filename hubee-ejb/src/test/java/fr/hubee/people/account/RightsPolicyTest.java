package fr.hubee.people.account;

import static fr.hubee.people.account.ActorType.AGENT;
import static fr.hubee.people.account.ActorType.BUSINESS_ADMINISTRATOR;
import static fr.hubee.people.account.ActorType.EDITOR;
import static fr.hubee.people.account.ActorType.LOCAL_ADMINISTRATOR;
import static fr.hubee.people.account.ActorType.NATIONAL_ADMINISTRATOR;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.people.identity.IdentityTest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsPolicyTest {
    final Account local = People.account("ada", LOCAL_ADMINISTRATOR);
    final Account colleague = People.account("grace", LOCAL_ADMINISTRATOR);
    final Account agent = People.account("paul", AGENT, "EtatCivil");
    final Account manager = People.account("jean", AGENT, Set.of(Role.MANAGE_FOLDERS, Role.MANAGE_USERS));
    final Account business = People.account("dora", BUSINESS_ADMINISTRATOR);
    final Account editor = People.account("ed", EDITOR, Set.of(Role.MANAGE_SUBSCRIPTIONS, Role.MANAGE_USERS));
    final Account national = People.account("nina", NATIONAL_ADMINISTRATOR);

    static NewAccount wanted(ActorType type, OrganizationKey organization, String... codes) {
        return new NewAccount(type, organization, "new@example.fr", IdentityTest.ADA, Set.of(codes));
    }

    static void make(Account by, ActorType type, OrganizationKey organization, String... codes) {
        RightsPolicy.requireMayMake(People.actor(by), wanted(type, organization, codes));
    }

    static void give(Account by, Account to, Set<Role> roles, String... codes) {
        give(by, to, to.actorType(), roles, codes);
    }

    static void give(Account by, Account to, ActorType type, Set<Role> roles, String... codes) {
        RightsPolicy.requireMayChange(People.actor(by), to, new Rights(type, roles, Set.of(codes)));
    }

    static <X extends HubeeException> String refused(Class<X> how, Runnable act) {
        return assertThrows(how, act::run).getMessage();
    }

    static Set<Role> more(Account account, Role... roles) {
        var all = EnumSet.copyOf(account.rights().roles());
        all.addAll(Set.of(roles));
        return all;
    }

    // making

    @Test
    void theTypeFitsTheOrganisation() {
        for (var type : ActorType.values()) {
            for (var organization : OrganizationType.values()) {
                Runnable act = () -> make(
                        national, type, People.key(organization), type == AGENT ? new String[] {"RSA"} : new String[0]);
                if (type.organizationType() == organization) {
                    assertDoesNotThrow(act::run, type + " " + organization);
                } else {
                    assertTrue(refused(InvalidRequest.class, act).contains("ne convient pas à cette organisation"));
                }
            }
        }
    }

    @Test
    void onlyTheNationalAdministratorMakesAccountsElsewhere() {
        assertDoesNotThrow(() -> make(national, LOCAL_ADMINISTRATOR, People.OTHER_TOWN));
        assertEquals(
                "Ce compte est celui d’une autre organisation : vous n’accédez qu’à ceux de la vôtre.",
                refused(NotAllowed.class, () -> make(local, LOCAL_ADMINISTRATOR, People.OTHER_TOWN)));
    }

    @Test
    void everybodyElseMakesHisOwnKindOrLess() {
        assertDoesNotThrow(() -> make(local, LOCAL_ADMINISTRATOR, People.TOWN));
        assertDoesNotThrow(() -> make(local, AGENT, People.TOWN, "EtatCivil"));
        assertDoesNotThrow(() -> make(manager, AGENT, People.TOWN, "EtatCivil"));
        assertDoesNotThrow(() -> make(business, BUSINESS_ADMINISTRATOR, business.organization()));
        assertDoesNotThrow(() -> make(editor, EDITOR, editor.organization()));
        assertTrue(refused(NotAllowed.class, () -> make(manager, LOCAL_ADMINISTRATOR, People.TOWN))
                .startsWith("Vous ne pouvez ni créer ni modifier un compte « Administrateur local »"));
    }

    @Test
    void anAgentNeedsADemarcheAndTheOthersNone() {
        assertEquals(
                "Choisissez au moins une démarche à laquelle donner accès.",
                refused(InvalidRequest.class, () -> make(local, AGENT, People.TOWN)));
        assertEquals(
                "Un compte « Éditeur » ne prend pas d’habilitations : retirez les démarches.",
                refused(InvalidRequest.class, () -> make(national, EDITOR, editor.organization(), "EtatCivil")));
    }

    // changing those of others

    @Test
    void anAdministratorGivesHerPeopleAnyRole() {
        assertDoesNotThrow(() -> give(local, agent, EnumSet.allOf(Role.class), "EtatCivil"));
        assertDoesNotThrow(() -> give(local, agent, LOCAL_ADMINISTRATOR, LOCAL_ADMINISTRATOR.defaultRoles()));
        assertDoesNotThrow(() -> give(local, colleague, AGENT, AGENT.defaultRoles(), "EtatCivil"));
        assertDoesNotThrow(
                () -> give(business, People.account("dan", BUSINESS_ADMINISTRATOR), Set.of(Role.READ_FOLDERS)));
    }

    @Test
    void anAgentGivesOnlyWhatHeHolds() {
        assertDoesNotThrow(() -> give(manager, agent, more(agent, Role.MANAGE_USERS, Role.READ_USERS), "EtatCivil"));
        assertEquals(
                "Vous ne pouvez pas donner le rôle « Gestion des abonnements », que vous n’avez pas :"
                        + " demandez-le à un administrateur.",
                refused(NotAllowed.class, () -> give(manager, agent, more(agent, Role.MANAGE_SUBSCRIPTIONS))));
    }

    @Test
    void aRoleThatSheHasAlreadyIsNotGiven() {
        var both = People.account("lea", AGENT, Set.of(Role.MANAGE_SUBSCRIPTIONS, Role.MANAGE_FOLDERS));

        assertDoesNotThrow(() -> give(manager, both, Set.of(Role.MANAGE_SUBSCRIPTIONS)));
    }

    @Test
    void anAgentNeitherChangesNorMakesAnAdministrator() {
        assertTrue(refused(
                        NotAllowed.class,
                        () -> give(manager, local, local.rights().roles()))
                .contains("« Administrateur local »"));
        assertTrue(refused(NotAllowed.class, () -> give(manager, agent, LOCAL_ADMINISTRATOR, Set.of()))
                .contains("« Administrateur local »"));
    }

    @Test
    void nobodyGetsATypeOrARoleThatHerOrganisationDoesNotHave() {
        assertTrue(refused(InvalidRequest.class, () -> give(national, agent, EDITOR, Set.of()))
                .contains("« Éditeur » ne convient pas"));
        assertEquals(
                "Le rôle « Gestion des télédossiers » n’existe pas pour un compte « Éditeur » : retirez-le.",
                refused(InvalidRequest.class, () -> give(national, editor, Set.of(Role.MANAGE_FOLDERS))));
        assertTrue(refused(NotAllowed.class, () -> give(local, agent, NATIONAL_ADMINISTRATOR, Set.of()))
                .contains("« Administrateur national »"));
    }

    // her own

    @Test
    void theOnlyAdministratorOfAVillageMaySeeItsTeledossiers() {
        assertDoesNotThrow(() -> give(local, local, more(local, Role.READ_FOLDERS, Role.MANAGE_FOLDERS), "EtatCivil"));
        var seeing = People.account("ada", LOCAL_ADMINISTRATOR, EnumSet.allOf(Role.class));
        assertDoesNotThrow(
                () -> give(seeing, seeing, EnumSet.complementOf(EnumSet.of(Role.READ_FOLDERS, Role.MANAGE_FOLDERS))));
    }

    @Test
    void sheChangesNothingElseOfHerOwnRights() {
        for (var act : new Runnable[] {
            () -> give(local, local, more(local, Role.READ_USERS)),
            () -> give(local, local, Set.of(Role.MANAGE_USERS)),
            () -> give(local, local, AGENT, local.rights().roles(), "EtatCivil")
        }) {
            assertTrue(refused(NotAllowed.class, act).startsWith("De vos propres droits, vous ne changez que"));
        }
    }

    @Test
    void theOthersChangeNothingAtAllOfTheirs() {
        for (var act : new Runnable[] {
            () -> give(manager, manager, more(manager, Role.READ_FOLDERS)),
            () -> give(manager, manager, manager.rights().roles(), "RSA"),
            () -> give(business, business, more(business, Role.READ_FOLDERS)),
            () -> give(editor, editor, more(editor, Role.READ_USERS)),
            () -> give(national, national, Set.of(Role.READ_USERS))
        }) {
            assertEquals(
                    "Vous ne pouvez pas changer vos propres droits : demandez-le à un autre administrateur.",
                    refused(NotAllowed.class, act));
        }
    }

    @Test
    void savingOnesOwnRightsAsTheyAreHarmsNobody() {
        assertDoesNotThrow(() -> give(national, national, national.rights().roles()));
    }

    @Test
    void nobodyPutsHerselfOut() {
        assertTrue(refused(NotAllowed.class, () -> RightsPolicy.requireOther(People.actor(local), local))
                .startsWith("Vous ne pouvez pas désactiver votre propre compte"));
        assertDoesNotThrow(() -> RightsPolicy.requireOther(People.actor(local), colleague));
    }

    @Test
    void withoutAnAccountAPersonOfATownIsAnAgent() {
        var caller =
                new Caller("nobody", People.TOWN, Set.of(RoleNames.PERSON, RoleNames.MANAGE_USERS), Set.of(), null);

        assertEquals(AGENT, Actor.of(caller, Optional.empty()).type());
    }
}
