package fr.hubee.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.chaos.Found.Folder;
import fr.hubee.chaos.Found.Text;
import fr.hubee.chaos.History.Answered;
import fr.hubee.chaos.History.Deposit;
import fr.hubee.chaos.History.Notice;
import fr.hubee.chaos.History.Recovery;
import fr.hubee.chaos.History.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule catches a history that breaks it. */
class RulesTest {
    final History history = new History();
    final Map<String, List<Folder>> folders = new HashMap<>();
    final Map<String, String> files = new HashMap<>(Map.of("file", "abc"));
    final Map<String, List<Text>> texts = new HashMap<>();
    final Map<String, List<String>> logs = new HashMap<>(Map.of("99101", List.of("e1", "e2")));
    final List<String> acts = new ArrayList<>(List.of("FOLDER_CREATED folder", "CASE_TRANSMITTED case"));

    /** One deposit that went well, and one message about it. */
    @BeforeEach
    void aDayWithoutFaults() {
        deposited(Outcome.DONE, Outcome.DONE);
        folders.put("N1", new ArrayList<>(List.of(new Folder("folder", "case", "99101", true, "DONE"))));
        wrote(Outcome.DONE);
        texts.put("case", new ArrayList<>(List.of(new Text("event", "text", "DONE"))));
        history.note(new Notice("99101", "queue", "case", ""));
        history.note(new Notice("OSL", "queue", "case", "event"));
        history.reader("reader", "99101").got("e1");
        history.reader("reader", "99101").got("e2");
    }

    void deposited(Outcome announced, Outcome completed) {
        history.note(new Deposit("N1", "99101", announced, "folder", "case", Map.of("file", "abc"), completed));
    }

    void wrote(Outcome outcome) {
        history.note(new Written("text", "case", "99101", "DONE", outcome));
    }

    void finds(String... violations) {
        assertEquals(List.of(violations), Rules.violations(history, new Found(folders, files, texts, logs, acts)));
    }

    @Test
    void aGoodDayBreaksNone() {
        finds();
    }

    @Test
    void whatWasAcknowledgedIsThere() {
        folders.clear();
        texts.clear();

        finds(
                "N1 was acknowledged and is gone",
                "\"text\" was acknowledged and is gone",
                "somebody was told of case case, which is not there");
    }

    @Test
    void whatWasRefusedIsNotThere() {
        deposited(Outcome.REFUSED, Outcome.NOT_TRIED);
        wrote(Outcome.REFUSED);

        finds(
                "N1 was refused and is there",
                "N1 was not completed and its recipient sees it",
                "\"text\" was refused and is there");
    }

    @Test
    void whatIsUnknownMayBeThere() {
        deposited(Outcome.DONE, Outcome.UNKNOWN);
        wrote(Outcome.UNKNOWN);

        finds();
    }

    @Test
    void whatIsUnknownIsThereOnce() {
        wrote(Outcome.UNKNOWN);
        texts.get("case").add(new Text("event", "text", "DONE"));

        finds("\"text\" was written once and is there 2 times");
    }

    @Test
    void aRepeatedAnnouncementIsDoneOnce() {
        folders.get("N1").add(new Folder("other", "another", "99101", false, "HUBEE_RECEIVED"));
        acts.add("FOLDER_CREATED other");

        finds("N1 was announced once and is there 2 times", "N1 was completed and its recipient does not see it");
    }

    @Test
    void whatWasCompletedIsSeen() {
        folders.put("N1", List.of(new Folder("folder", "case", "99101", false, "DONE")));

        finds(
                "N1 was completed and its recipient does not see it",
                "[OSL, 99101] were told of case case, which is not complete",
                "the journal has CASE_TRANSMITTED of case 1 times instead of 0");
    }

    @Test
    void filesAreEqualByteForByte() {
        files.put("file", "abd");

        finds("file file of N1 is not what was sent");
    }

    @Test
    void noOtherTownHasIt() {
        folders.put("N1", List.of(new Folder("folder", "case", "99102", true, "DONE")));

        finds(
                "N1 is at 99102 instead of 99101",
                "99102 was not told of case case",
                "[99101] were told of case case, which is of 99102");
    }

    @Test
    void nobodyElseIsNotified() {
        history.note(new Notice("99103", "queue", "case", ""));

        finds("[99103] were told of case case, which is of 99101");
    }

    @Test
    void eachEntryOfAHistoryIsNotified() {
        texts.put("case", List.of(new Text("untold", "text", "DONE")));

        finds("nobody was told of \"text\"");
    }

    @Test
    void theHistoryHasNothingThatNobodyWrote() {
        texts.get("case").add(0, new Text("event", "forged", null));

        finds("nobody wrote \"forged\"");
    }

    @Test
    void theStatusOfACaseIsTheLastOneOfItsHistory() {
        folders.put("N1", List.of(new Folder("folder", "case", "99101", true, "IN_PROGRESS")));

        finds("case case is IN_PROGRESS, its history says DONE");
    }

    @Test
    void aReaderGetsEachEventOnce() {
        history.reader("reader", "99101").got("e2");

        finds("reader got an event twice", "reader got 3 of 2 events, and others from the 3. on");
    }

    @Test
    void aReaderMissesNone() {
        logs.put("99101", List.of("e1", "missed", "e2"));

        finds("reader got 2 of 3 events, and others from the 2. on");
    }

    @Test
    void aReaderGetsThemInOrder() {
        logs.put("99101", List.of("e2", "e1"));

        finds("reader got 2 of 2 events, and others from the 1. on");
    }

    @Test
    void eachActIsInTheJournalOnce() {
        acts.add("CASE_TRANSMITTED case");
        acts.remove("FOLDER_CREATED folder");

        finds(
                "the journal has FOLDER_CREATED of folder 0 times instead of 1",
                "the journal has CASE_TRANSMITTED of case 2 times instead of 1");
    }

    @Test
    void afterAFailureACallerKnowsWhenToCallAgain() {
        history.note(new Answered("GET /x", 503, true, 0, 1));
        history.note(new Answered("GET /x", 500, false, 0, 1));

        finds("500 to GET /x does not say when to call again (1 times)");
    }

    @Test
    void allWorksAgainWithinAMinute() {
        history.note(new Recovery("kill node of node 1", 60_000L));
        history.note(new Recovery("stop node of node 1", 60_001L));
        history.note(new Recovery("cut database of node 2", null));

        finds("it does not work 60 s after stop node of node 1", "it does not work 60 s after cut database of node 2");
    }
}
