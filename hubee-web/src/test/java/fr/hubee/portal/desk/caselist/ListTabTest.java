package fr.hubee.portal.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.desk.caselist.CaseCounts;
import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.exchange.status.CaseStatus;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListTabTest {

    static ListTab closed(long count, CaseStatus... unfinished) {
        return ListTab.of(
                CaseTab.CLOSED,
                CaseFilter.ALL,
                new CaseCounts(Map.of(CaseStatus.CLOSED, count, CaseStatus.SENT, 3L), Set.of(unfinished)));
    }

    @Test
    void aTabSaysHowManyItHas() {
        assertEquals("987", closed(987).number());
        assertEquals("Aucun télédossier trouvé", closed(0).found());
        assertEquals("1 télédossier trouvé", closed(1).found());
    }

    @Test
    void aboveTheLimitItSaysSo() {
        assertEquals("+ de 1\u202f000", closed(1_001).number());
        assertEquals("Plus de 1\u202f000 télédossiers trouvés", closed(1_001).found());
    }

    @Test
    void whereNotAllWereReadItSaysWhatWasSeen() {
        assertEquals("57 ou plus", closed(57, CaseStatus.CLOSED).number());
        assertEquals(
                "Au moins 57 télédossiers trouvés",
                closed(57, CaseStatus.CLOSED).found());
        assertEquals("57", closed(57, CaseStatus.SENT).number(), "the others were read");
    }

    @Test
    void whereNoneWasSeenYetNobodyKnows() {
        var tab = closed(0, CaseStatus.CLOSED);

        assertEquals("?", tab.number());
        assertEquals("Au moins 20 télédossiers trouvés", tab.seen(20).found(), "those of the page");
    }
}
