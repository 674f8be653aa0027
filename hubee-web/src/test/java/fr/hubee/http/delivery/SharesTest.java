package fr.hubee.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class SharesTest {
    private final Shares<String> shares = new Shares<>(10, 4);

    @Test
    void aCallerThatHasMoreThanItsShareLosesWhatItHasHeldLongest() {
        assertNull(shares.take("first", "one", 2));
        assertNull(shares.take("second", "one", 2));
        assertNull(shares.take("third", "another", 4));

        assertEquals("first", shares.take("fourth", "one", 1));
        shares.giveBack("first");
        assertNull(shares.take("fourth", "one", 1));
    }

    @Test
    void whenAllIsTakenWhoeverHasHeldLongestMakesRoom() {
        assertNull(shares.take("first", "one", 4));
        assertNull(shares.take("second", "two", 4));

        assertEquals("first", shares.take("third", "three", 3));
    }

    @Test
    void whatIsGivenBackIsFree() {
        shares.take("first", "one", 4);
        shares.giveBack("first", 3);
        assertNull(shares.take("first", "one", 3));

        shares.giveBack("first");
        shares.giveBack("first");
        shares.giveBack("first", 1);
        assertEquals(0, shares.all());
        assertNull(shares.take("second", "one", 4));
    }
}
