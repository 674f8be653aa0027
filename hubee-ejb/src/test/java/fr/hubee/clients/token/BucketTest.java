package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketTest {
    static final long SECOND = 1_000_000_000;

    final Bucket bucket = new Bucket(3, 0);

    /** Returns the number of tokens that can be taken. */
    int taken(long now) {
        int many = 0;
        while (bucket.take(now, 2, 3) >= 0) {
            many++;
        }
        return many;
    }

    @Test
    void soManyAtOnceThenSoManyASecond() {
        assertEquals(3, taken(0));
        assertEquals(0, taken(SECOND / 2 - 1));
        assertEquals(1, taken(SECOND / 2));
    }

    @Test
    void itNeverHoldsMoreThanItMay() {
        assertEquals(3, taken(60 * SECOND));
    }

    @Test
    void whatWasSpentIsWaitedFor() {
        bucket.spend(10, 0, 2, 3);

        assertEquals(Duration.ofSeconds(4), bucket.wait(0, 2, 3));
        assertEquals(Duration.ZERO, bucket.wait(4 * SECOND, 2, 3));
    }

    @Test
    void aClockThatIsReadLateByAnotherThreadTakesNothingBack() {
        bucket.spend(3, 5 * SECOND, 2, 3);
        bucket.spend(0, 4 * SECOND, 2, 3);

        assertEquals(Duration.ofMillis(500), bucket.wait(5 * SECOND, 2, 3));
    }
}
