package fr.hubee.people.account;

import static fr.hubee.people.account.ActorType.AGENT;
import static fr.hubee.people.account.ActorType.BUSINESS_ADMINISTRATOR;
import static fr.hubee.people.account.ActorType.EDITOR;
import static fr.hubee.people.account.ActorType.LOCAL_ADMINISTRATOR;
import static fr.hubee.people.account.ActorType.NATIONAL_ADMINISTRATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActorTypeTest {

    @Test
    void theDefaultsAreThoseOfTheGuide() {
        assertEquals(Set.of(Role.values()), NATIONAL_ADMINISTRATOR.defaultRoles());
        assertEquals(Set.of(Role.MANAGE_USERS), BUSINESS_ADMINISTRATOR.defaultRoles());
        assertEquals(Set.of(Role.MANAGE_USERS, Role.MANAGE_SUBSCRIPTIONS), LOCAL_ADMINISTRATOR.defaultRoles());
        assertEquals(Set.of(Role.MANAGE_FOLDERS), AGENT.defaultRoles());
        assertEquals(Set.of(Role.MANAGE_SUBSCRIPTIONS), EDITOR.defaultRoles());
    }

    @Test
    void everyDefaultIsPossible() {
        for (var type : ActorType.values()) {
            assertTrue(type.possibleRoles().containsAll(type.defaultRoles()), type.label());
        }
    }

    @Test
    void neitherAnOperatorNorAnEditorHandlesTeledossiers() {
        assertFalse(BUSINESS_ADMINISTRATOR.possibleRoles().contains(Role.MANAGE_FOLDERS));
        assertTrue(EDITOR.possibleRoles().stream().noneMatch(Role::isOfFolders));
    }

    @Test
    void eachManagesItsKindAndThoseBelow() {
        var table = Map.of(
                NATIONAL_ADMINISTRATOR, Set.of(ActorType.values()),
                BUSINESS_ADMINISTRATOR, Set.of(BUSINESS_ADMINISTRATOR),
                LOCAL_ADMINISTRATOR, Set.of(LOCAL_ADMINISTRATOR, AGENT),
                AGENT, Set.of(AGENT),
                EDITOR, Set.of(EDITOR));

        assertEquals(table, Stream.of(ActorType.values()).collect(Collectors.toMap(type -> type, ActorType::manages)));
    }
}
