package fr.hubee.people.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockPolicyTest {

    @Test
    void aQuarterOfAnHourDoublesUpToADay() {
        assertEquals(Duration.ofMinutes(15), LockPolicy.lockAfter(0));
        assertEquals(Duration.ofMinutes(30), LockPolicy.lockAfter(1));
        assertEquals(Duration.ofHours(16), LockPolicy.lockAfter(6));
        assertEquals(Duration.ofDays(1), LockPolicy.lockAfter(7));
        assertEquals(Duration.ofDays(1), LockPolicy.lockAfter(Integer.MAX_VALUE));
    }
}
