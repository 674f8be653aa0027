package fr.hubee.desk.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.folder.Example;
import fr.hubee.exchange.status.Answers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Instant NEXT_YEAR = NOON.plus(Duration.ofDays(365));

    private static final Answers UNSEEN = new Answers(NOON, LATER, NOON);
    private static final Answers SEEN = new Answers(NOON, LATER, null);

    @Test
    void whatNoAgentHasSeenIsNewHoweverOldItIs() {
        assertNews(NOON, LATER, News.of(UNSEEN, null, NEXT_YEAR));
        assertFalse(News.of(UNSEEN, null, NEXT_YEAR).seenByService());
    }

    @Test
    void whatSheHasSeenHerselfIsNotNewToHerEvenIfHerServiceHasNot() {
        assertNews(null, LATER, News.of(UNSEEN, NOON, LATER));
        assertFalse(News.of(UNSEEN, LATER, LATER).isAny());
    }

    @Test
    void whatAColleagueHasSeenIsNewToHerForAMonth() {
        assertNews(NOON, LATER, News.of(SEEN, null, LATER));
        assertTrue(News.of(SEEN, null, LATER).seenByService());
        assertFalse(News.of(SEEN, null, LATER.plus(Duration.ofDays(30))).isAny());
    }

    @Test
    void anOldMessageThatWasSeenIsNotNewAgainWithNewFiles() {
        var files = new Answers(NOON, NEXT_YEAR, NEXT_YEAR);

        assertNews(null, NEXT_YEAR, News.of(files, null, NEXT_YEAR));
    }

    @Test
    void whatAColleagueHasSeenIsNotNewAgainWithWhatNobodyHas() {
        var files = new Answers(NOON, LATER, LATER);

        assertNews(null, LATER, News.of(files, null, LATER));
    }

    @Test
    void withoutAnswersThereIsNoNews() {
        assertFalse(News.of(Answers.NONE, null, NOON).isAny());
    }

    @Test
    void theFilesThatCameWithItOrThatSheAddedAreNotNew() {
        var news = News.of(UNSEEN, NOON, LATER);

        assertTrue(news.isNew(file(false, LATER)));
        assertFalse(news.isNew(file(false, NOON)));
        assertFalse(news.isNew(file(true, LATER)));
        assertFalse(news.isNew(file(false, null)));
    }

    @Test
    void filesAreAsOldAsTheirDepositEvenWhenTheHubAcknowledgesItLater() {
        var deposit = Example.readDeposit();
        var file = CaseFile.of(deposit.attachments().get(0), deposit, false);

        assertFalse(News.of(new Answers(LATER, NOON, LATER), NOON, LATER).isNew(file));
    }

    private static CaseFile file(boolean added, Instant sentAt) {
        return new CaseFile(null, null, "acte.pdf", "Acte", 5, "application/pdf", null, null, added, sentAt, null);
    }

    private static void assertNews(Instant message, Instant files, News news) {
        assertEquals(message, news.message());
        assertEquals(files, news.files());
    }
}
