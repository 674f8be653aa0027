package fr.hubee.portal.desk.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.desk.casework.CaseView.HistoryEntry;
import fr.hubee.desk.casework.News;
import fr.hubee.exchange.status.ActionType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    @Test
    void theNewMessageIsTheLastTextOfTheOperatorWithItsFilesOrAlone() {
        var ours = entry(true, ActionType.SENDING_MESSAGE, "Merci");
        var files = entry(false, ActionType.ATTACH_DEPOSIT, null);
        var both = entry(false, ActionType.ATTACH_DEPOSIT, "La voici");
        var message = entry(false, ActionType.SENDING_MESSAGE, "Bientôt");

        assertEquals(Optional.of(both), AnswerPanel.newestMessage(List.of(ours, files, both, message)));
        assertEquals(Optional.of(message), AnswerPanel.newestMessage(List.of(ours, files, message)));
        assertEquals(Optional.empty(), AnswerPanel.newestMessage(List.of(ours, files)));
    }

    private static HistoryEntry entry(boolean ours, ActionType action, String message) {
        return new HistoryEntry(null, NOON, action, null, ours, null, null, message, null, List.of(), false);
    }
}
