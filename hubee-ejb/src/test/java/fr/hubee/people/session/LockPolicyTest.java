package fr.hubee.people.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockPolicyTest {

    @Test
    void aQuarterOfAnHourDoublesUpToADay() {
        assertEquals(Duration.ofMinutes(15), SignInFailure.lockAfter(0));
        assertEquals(Duration.ofMinutes(30), SignInFailure.lockAfter(1));
        assertEquals(Duration.ofHours(16), SignInFailure.lockAfter(6));
        assertEquals(Duration.ofDays(1), SignInFailure.lockAfter(7));
        assertEquals(Duration.ofDays(1), SignInFailure.lockAfter(Integer.MAX_VALUE));
    }
}
