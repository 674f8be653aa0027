package fr.hubee.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.shared.NotFound;
import fr.hubee.people.account.Role;
import org.junit.jupiter.api.Test;

class QueryParameterTest {

    @Test
    void nonsenseAsksForNothing() {
        assertNull(QueryParameter.one(Role.class, "manage_users"));
        assertNull(QueryParameter.one(Role.class, null));
        assertNull(QueryParameter.organization("SI-1-2"));
        assertNull(QueryParameter.organization(null));
        for (var page : new String[] {null, "", "0", "-1", "deux", "99999999999"}) {
            assertEquals(1, QueryParameter.page(page));
        }
        assertThrows(NotFound.class, () -> QueryParameter.id("<script>"));
        assertThrows(NotFound.class, () -> QueryParameter.id(null));
    }

    @Test
    void whatIsWellWrittenIsTaken() {
        assertEquals(Role.MANAGE_USERS, QueryParameter.one(Role.class, "MANAGE_USERS"));
        assertEquals(7, QueryParameter.page("7"));
        assertEquals(
                "SI-99000101800011-99101",
                QueryParameter.organization(" SI-99000101800011-99101 ").toString());
    }

    @Test
    void aProposalIsWhatItDesignatesAndAnythingElseIsAText() {
        var proposal = QueryParameter.proposal("Valbourg – mairie", "SI-99000101800011-99101");
        assertEquals(
                "SI-99000101800011-99101", QueryParameter.organization(proposal).toString());
        assertNull(QueryParameter.organization("Valbourg – mairie"));

        assertEquals("ada@pontcarre.fr", QueryParameter.login("Ada Martin – ada@pontcarre.fr"));
        assertEquals("Ada – Martin", QueryParameter.login("Ada – Martin"));
        assertNull(QueryParameter.login(null));
    }
}
