package fr.hubee.portal.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.account.Role;
import fr.hubee.shared.NotFound;
import org.junit.jupiter.api.Test;

class AskedTest {

    @Test
    void nonsenseAsksForNothing() {
        assertNull(Asked.one(Role.class, "manage_users"));
        assertNull(Asked.one(Role.class, null));
        assertNull(Asked.organization("SI-1-2"));
        assertNull(Asked.organization(null));
        for (var page : new String[] {null, "", "0", "-1", "deux", "99999999999"}) {
            assertEquals(1, Asked.page(page));
        }
        assertThrows(NotFound.class, () -> Asked.id("<script>"));
        assertThrows(NotFound.class, () -> Asked.id(null));
    }

    @Test
    void whatIsWellWrittenIsTaken() {
        assertEquals(Role.MANAGE_USERS, Asked.one(Role.class, "MANAGE_USERS"));
        assertEquals(7, Asked.page("7"));
        assertEquals(
                "SI-99000101800011-99101",
                Asked.organization(" SI-99000101800011-99101 ").toString());
    }
}
