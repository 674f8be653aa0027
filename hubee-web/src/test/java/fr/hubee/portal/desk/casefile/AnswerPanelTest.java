package fr.hubee.portal.desk.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.desk.casework.News;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswerPanelTest {
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    @Test
    void aLineSaysWhatIsNewAndWhetherAColleagueHasSeenIt() {
        assertEquals("", AnswerPanel.text(News.NONE));
        assertEquals("Nouveau message", AnswerPanel.text(new News(NOON, null, NOON, false)));
        assertEquals("Nouvelle pièce", AnswerPanel.text(new News(null, NOON, NOON, false)));
        assertEquals(
                "Nouveau message et nouvelle pièce, déjà vu par un collègue",
                AnswerPanel.text(new News(NOON, NOON, NOON, true)));
    }
}
