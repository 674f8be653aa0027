package fr.hubee.portal.frame;

import static fr.hubee.portal.frame.MenuEntry.ACCOUNTS;
import static fr.hubee.portal.frame.MenuEntry.FOLDERS;
import static fr.hubee.portal.frame.MenuEntry.STATISTICS;
import static fr.hubee.portal.frame.MenuEntry.SUBSCRIPTIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.OrganizationKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MenuEntryTest {
    static final OrganizationKey TOWN =
            OrganizationKey.parse("SI-22770001000019-77372").orElseThrow();

    static Caller with(String... roles) {
        var granted = new HashSet<>(List.of(roles));
        granted.add(Roles.PERSON);
        return new Caller("camille@example.org", TOWN, granted, Set.of(), null);
    }

    @Test
    void anAgentHasTheTeledossiersAlone() {
        var agent = with(Roles.READ_FOLDERS, Roles.MANAGE_FOLDERS);

        assertEquals(List.of(FOLDERS), MenuEntry.of(agent));
    }

    @Test
    void aPlainLocalAdministratorHasSubscriptionsAndAccounts() {
        var administrator = with(Roles.READ_SUBSCRIPTIONS, Roles.MANAGE_SUBSCRIPTIONS, Roles.READ_USERS);

        assertEquals(List.of(SUBSCRIPTIONS, ACCOUNTS), MenuEntry.of(administrator));
    }

    @Test
    void anEditorHasTheSubscriptionsAndABusinessAdministratorHasFiguresToo() {
        assertEquals(List.of(SUBSCRIPTIONS), MenuEntry.of(with(Roles.EDITOR)));
        assertEquals(List.of(FOLDERS, SUBSCRIPTIONS, STATISTICS), MenuEntry.of(with(Roles.BUSINESS)));
    }

    @Test
    void theNationalAdministratorHasEverything() {
        assertEquals(List.of(MenuEntry.values()), MenuEntry.of(with(Roles.ADMIN)));
    }

    @Test
    void whoMayDoNothingHasNoMenu() {
        assertEquals(List.of(), MenuEntry.of(with()));
    }

    @Test
    void aLongMenuStandsInGroupsAndAShortOneDoesNot() {
        assertEquals(
                List.of("Échanges", "Référentiel", "Exploitation"),
                MenuEntry.groups(with(Roles.ADMIN)).stream()
                        .map(MenuGroup::label)
                        .toList());
        assertEquals(
                List.of(MenuEntry.values()),
                MenuEntry.groups(with(Roles.ADMIN)).stream()
                        .flatMap(group -> group.entries().stream())
                        .toList());
        assertEquals(
                List.of(new MenuGroup("", List.of(FOLDERS, SUBSCRIPTIONS, STATISTICS))),
                MenuEntry.groups(with(Roles.BUSINESS)));
    }
}
