package fr.hubee.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.desk.caselist.CaseSearch.TimeWindow;
import fr.hubee.exchange.folder.Example;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeWindowTest {

    @Test
    void theNewestComesFirstAndEachWindowBeginsWhereTheOneBeforeEnded() {
        var windows = TimeWindow.from(Example.NOON, true).toList();

        assertEquals(new TimeWindow(Example.NOON.minus(Duration.ofHours(1)), null), windows.get(0));
        for (int i = 1; i < windows.size(); i++) {
            assertEquals(windows.get(i - 1).begin(), windows.get(i).end());
        }
        assertNull(windows.get(windows.size() - 1).begin(), "nothing is left out");
    }

    @Test
    void orTheOldest() {
        var windows = TimeWindow.from(Example.NOON, false).toList();

        assertEquals(new TimeWindow(null, Example.NOON.plus(Duration.ofHours(1))), windows.get(0));
        for (int i = 1; i < windows.size(); i++) {
            assertEquals(windows.get(i - 1).end(), windows.get(i).begin());
        }
        assertNull(windows.get(windows.size() - 1).end());
    }
}
