package fr.hubee.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.http.delivery.UnreadAnswers.Shares;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SharesTest {
    private long now = Long.MAX_VALUE - 1; // a clock of nanoseconds may begin anywhere
    private final Shares<String> shares = new Shares<>(10, 4, () -> now);

    @Test
    void aCallerThatHasMoreThanItsShareLosesWhatItReadsLeast() {
        assertNull(shares.take("first", "one", 2));
        assertNull(shares.take("second", "one", 2));
        assertNull(shares.take("third", "another", 4));
        aWhileLater();
        shares.giveBack("first", 1);
        aWhileLater();

        assertEquals("second", shares.take("fourth", "one", 2));
        shares.giveBack("second");
        assertNull(shares.take("fourth", "one", 1));
    }

    @Test
    void whatIsReadAtOnceMayBeMoreThanAShare() {
        assertNull(shares.take("first", "one", 8));
        aWhileLater();

        assertEquals("first", shares.take("second", "one", 1));
    }

    @Test
    void whenAllIsTakenTheSlowestMakesRoom() {
        assertNull(shares.take("first", "one", 4));
        assertNull(shares.take("second", "two", 4));

        assertEquals("first", shares.take("third", "three", 3));
    }

    @Test
    void whatIsGivenBackIsFree() {
        shares.take("first", "one", 4);
        aWhileLater();
        shares.giveBack("first", 3);
        assertNull(shares.take("first", "one", 3));

        shares.giveBack("first");
        shares.giveBack("first");
        shares.giveBack("first", 1);
        assertEquals(0, shares.all());
        assertNull(shares.take("second", "one", 4));
    }

    private void aWhileLater() {
        now += Duration.ofSeconds(5).toNanos();
    }
}
