package fr.hubee.people.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.InvalidRequest;
import org.junit.jupiter.api.Test;

class AccountQueryTest {

    static AccountQuery named(String name) {
        return new AccountQuery(null, null, null, null, null, name, null, null, null, false, 0, 20);
    }

    @Test
    void aNameIsLookedForFromTwoCharactersOn() {
        assertEquals("%Le%", named(" Le ").namePattern());
        assertNull(named("").namePattern());
        assertNull(named(null).namePattern());
        var refusal = assertThrows(InvalidRequest.class, () -> named("L").namePattern());
        assertEquals("Tapez au moins deux caractères du nom à chercher.", refusal.getMessage());
    }

    /** The page asks before it searches. */
    @Test
    void anAccentIsNoSecondCharacterHoweverItIsTyped() {
        assertTrue(AccountQuery.isTooShort("e\u0301"));
        assertThrows(InvalidRequest.class, () -> named("e\u0301").namePattern());
        assertFalse(AccountQuery.isTooShort("Le"));
        assertFalse(AccountQuery.isTooShort(" "));
    }

    @Test
    void whatHasAMeaningForTheDatabaseHasNoneForAPerson() {
        assertEquals("%50!%!_!!%", named("50%_!").namePattern());
    }
}
