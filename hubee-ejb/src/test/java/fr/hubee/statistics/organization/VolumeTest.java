package fr.hubee.statistics.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class VolumeTest {
    @Test
    void eachNumberHasOneClass() {
        assertEquals(Volume.FEW, Volume.of(1));
        assertEquals(Volume.FEW, Volume.of(11));
        assertEquals(Volume.SOME, Volume.of(12));
        assertEquals(Volume.MANY, Volume.of(60));
        assertEquals(Volume.VERY_MANY, Volume.of(300));
        assertEquals(Volume.MOST, Volume.of(1_500));
        for (var each : EnumSet.complementOf(EnumSet.of(Volume.FEW))) {
            assertNotEquals(each, Volume.of(each.least() - 1));
            assertEquals(each, Volume.of(each.least()));
        }
    }

    @Test
    void theDatabaseHasTheSameClasses() {
        assertEquals(
                "case when n <= 11 then 'FEW' when n <= 59 then 'SOME' when n <= 299 then 'MANY'"
                        + " when n <= 1499 then 'VERY_MANY' else 'MOST' end",
                Volume.sql("n"));
    }
}
