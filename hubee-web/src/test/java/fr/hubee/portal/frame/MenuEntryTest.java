package fr.hubee.portal.frame;

import static fr.hubee.portal.frame.MenuEntry.ACCOUNTS;
import static fr.hubee.portal.frame.MenuEntry.CALLS;
import static fr.hubee.portal.frame.MenuEntry.FOLDERS;
import static fr.hubee.portal.frame.MenuEntry.OWN_STATISTICS;
import static fr.hubee.portal.frame.MenuEntry.STATISTICS;
import static fr.hubee.portal.frame.MenuEntry.SUBSCRIPTIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MenuEntryTest {
    static final List<MenuEntry> ALL_BUT_OWN = Stream.of(MenuEntry.values())
            .filter(entry -> entry != OWN_STATISTICS)
            .toList();

    static final OrganizationKey TOWN =
            OrganizationKey.parse("SI-22770001000019-77372").orElseThrow();

    static final OrganizationKey EDITOR =
            OrganizationKey.parse("EDT-99000700700018-00000").orElseThrow();

    static Caller with(String... roles) {
        return of(TOWN, roles);
    }

    static Caller of(OrganizationKey organization, String... roles) {
        var granted = new HashSet<>(List.of(roles));
        granted.add(RoleNames.PERSON);
        return new Caller("camille@example.org", organization, granted, Set.of(), null);
    }

    @Test
    void anAgentHasTheTeledossiersAlone() {
        var agent = with(RoleNames.READ_FOLDERS, RoleNames.MANAGE_FOLDERS);

        assertEquals(List.of(FOLDERS), MenuEntry.of(agent));
    }

    @Test
    void aPlainLocalAdministratorHasSubscriptionsAccountsAndHerFigures() {
        var administrator = with(RoleNames.READ_SUBSCRIPTIONS, RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.READ_USERS);

        assertEquals(List.of(SUBSCRIPTIONS, CALLS, OWN_STATISTICS, ACCOUNTS), MenuEntry.of(administrator));
    }

    @Test
    void anEditorHasTheSubscriptionsIfSheMayReadThemAndABusinessAdministratorHasFiguresToo() {
        assertEquals(
                List.of(SUBSCRIPTIONS, CALLS),
                MenuEntry.of(of(EDITOR, RoleNames.EDITOR, RoleNames.READ_SUBSCRIPTIONS)));
        assertEquals(List.of(), MenuEntry.of(of(EDITOR, RoleNames.EDITOR)));
        assertEquals(List.of(FOLDERS, SUBSCRIPTIONS, CALLS, STATISTICS), MenuEntry.of(with(RoleNames.BUSINESS)));
    }

    @Test
    void theNationalAdministratorHasEverythingButTheFiguresOfAService() {
        assertEquals(ALL_BUT_OWN, MenuEntry.of(with(RoleNames.ADMIN)));
    }

    @Test
    void whoMayDoNothingHasNoMenu() {
        assertEquals(List.of(), MenuEntry.of(with()));
    }

    @Test
    void aLongMenuStandsInGroupsAndAShortOneDoesNot() {
        assertEquals(
                List.of("Échanges", "Référentiel", "Exploitation"),
                MenuEntry.groups(with(RoleNames.ADMIN)).stream()
                        .map(MenuEntry.Group::label)
                        .toList());
        assertEquals(
                ALL_BUT_OWN,
                MenuEntry.groups(with(RoleNames.ADMIN)).stream()
                        .flatMap(group -> group.entries().stream())
                        .toList());
        assertEquals(
                List.of(new MenuEntry.Group("", List.of(FOLDERS, SUBSCRIPTIONS, CALLS, STATISTICS))),
                MenuEntry.groups(with(RoleNames.BUSINESS)));
    }
}
