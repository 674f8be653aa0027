package fr.hubee.desk.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeerGroupTest {
    @Test
    void eachNumberIsInOneGroup() {
        bounds(PeerGroup.BY_VOLUME, 11, 59, 299, 1_499);
        bounds(PeerGroup.BY_POPULATION, 499, 1_999, 9_999, 49_999);
        assertEquals(PeerGroup.FEW, PeerGroup.holding(PeerGroup.BY_VOLUME, 1));
        assertEquals(PeerGroup.UNDER_500, PeerGroup.holding(PeerGroup.BY_POPULATION, 0));
    }

    private static void bounds(List<PeerGroup> groups, long... most) {
        for (int each = 0; each < most.length; each++) {
            assertEquals(groups.get(each), PeerGroup.holding(groups, most[each]));
            assertEquals(groups.get(each + 1), PeerGroup.holding(groups, most[each] + 1));
        }
    }

    @Test
    void theDatabaseHasTheSameGroups() {
        assertEquals(
                "case when n <= 11 then 'FEW' when n <= 59 then 'SOME' when n <= 299 then 'MANY'"
                        + " when n <= 1499 then 'VERY_MANY' when n <= 9223372036854775807 then 'MOST' end",
                PeerGroup.sql(PeerGroup.BY_VOLUME, "n"));
    }
}
