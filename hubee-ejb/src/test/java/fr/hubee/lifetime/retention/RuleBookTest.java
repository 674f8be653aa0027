package fr.hubee.lifetime.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.directory.process.RetentionRules;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {

    @ParameterizedTest
    @CsvSource({
        // before,         after,           files go
        "CLOSED,      30, CLOSED,       7, CLOSED,      30",
        "CLOSED,       7, CLOSED,      30, CLOSED,      30",
        "IN_PROGRESS, 30, CLOSED,      30, CLOSED,      30",
        "CLOSED,      30, IN_PROGRESS, 30, CLOSED,      30",
        "DONE,        30, REFUSED,     20, DONE,        30", // as far as each other
        "CLOSED,      30, IN_PROGRESS, 60, CLOSED, 2147483647", // neither keeps everything as long: nothing goes
        "nonsense,    30, CLOSED,      30, CLOSED, 2147483647",
    })
    void filesStayAsLongAsBothRulesWantThem(
            String status, int days, String newStatus, int newDays, String longest, int longestDays) {
        var before = new RetentionRules(status, days, 1, 1);
        var after = new RetentionRules(newStatus, newDays, 1, 1);

        assertEquals(new RetentionRules(longest, longestDays, 1, 1), RuleBook.longest(before, after));
        var otherWay = RuleBook.longest(after, before);
        assertEquals(longestDays, otherWay.fileDeletionDays());
    }

    @ParameterizedTest
    @CsvSource({"60, 30, 60", "30, 60, 60", "5, 5, 5"})
    void casesAndFoldersStayTheMoreDays(int before, int after, int longest) {
        assertEquals(
                new RetentionRules("CLOSED", 1, longest, longest),
                RuleBook.longest(
                        new RetentionRules("CLOSED", 1, before, after),
                        new RetentionRules("CLOSED", 1, after, before)));
    }

    @ParameterizedTest
    @CsvSource({
        "P2M,  P1M,  P2M,  30",
        "P59D, P60D, P60D, 30",
        "P1Y,  P2M,  P1Y,  30",
        "P2M,  P60D,     , 2147483647", // neither keeps everything as long: nothing goes
        "P2M,      ,     , 2147483647", // without the rule a case that nobody handles keeps its files
        "   ,  P2M,      , 2147483647",
    })
    void filesOfThePortalStayAsLongAsBothRulesWantThem(Period before, Period after, Period longest, int days) {
        assertEquals(
                new RetentionRules("CLOSED", days, 1, 1, longest),
                RuleBook.longest(
                        new RetentionRules("CLOSED", 30, 1, 1, before), new RetentionRules("CLOSED", 30, 1, 1, after)));
    }
}
