package fr.hubee.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.chaos.Found.Folder;
import fr.hubee.chaos.Found.Text;
import fr.hubee.chaos.History.Answered;
import fr.hubee.chaos.History.Complement;
import fr.hubee.chaos.History.Delivered;
import fr.hubee.chaos.History.Deposit;
import fr.hubee.chaos.History.Endpoint;
import fr.hubee.chaos.History.Notice;
import fr.hubee.chaos.History.Recovery;
import fr.hubee.chaos.History.Span;
import fr.hubee.chaos.History.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule catches a history that breaks it. */
class RulesTest {
    History history = new History();
    final Map<String, List<Folder>> folders = new HashMap<>();
    final Map<String, String> files = new HashMap<>(Map.of("file", "abc"));
    final Map<String, List<Text>> texts = new HashMap<>();
    final Map<String, List<String>> logs = new HashMap<>(Map.of("99101", List.of("e1", "e2")));
    final List<String> acts =
            new ArrayList<>(List.of("FOLDER_CREATED folder", "CASE_TRANSMITTED case", "EVENT_RECORDED case"));

    final List<String> unproven = new ArrayList<>();
    final Set<String> former = new HashSet<>();

    /** One deposit that went well, and one message about it. */
    @BeforeEach
    void aDayWithoutFaults() {
        deposited(Outcome.DONE, Outcome.DONE);
        folders.put("N1", new ArrayList<>(List.of(new Folder("folder", "case", "99101", true, "DONE", false))));
        wrote(Outcome.DONE);
        texts.put("case", new ArrayList<>(List.of(new Text("event", "text", "SENT", "DONE"))));
        history.note(new Notice("99101", "queue", "case", ""));
        history.note(new Notice("OSL", "queue", "case", "event"));
        history.reader("reader", "99101").got("e1");
        history.reader("reader", "99101").got("e2");
    }

    void deposited(Outcome announced, Outcome completed) {
        history.note(new Deposit("N1", "99101", announced, "folder", "case", Map.of("file", "abc"), completed));
    }

    /** Adds an entry to the history of the case, and to the journal. */
    void recorded(int place, Text text) {
        texts.get("case").add(place, text);
        acts.add("EVENT_RECORDED case");
    }

    void wrote(Outcome outcome) {
        history.note(new Written("text", "case", "99101", "DONE", outcome));
    }

    void finds(String... violations) {
        assertEquals(
                List.of(violations),
                Rules.violations(history, new Found(folders, files, texts, logs, acts, unproven, former)));
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
        recorded(1, new Text("event", "text", "DONE", "DONE"));

        finds("\"text\" was written once and is there 2 times");
    }

    @Test
    void aRepeatedAnnouncementIsDoneOnce() {
        folders.get("N1").add(new Folder("other", "another", "99101", false, "HUBEE_RECEIVED", false));
        acts.add("FOLDER_CREATED other");

        finds("N1 was announced once and is there 2 times", "N1 was completed and its recipient does not see it");
    }

    @Test
    void whatWasCompletedIsSeen() {
        folders.put("N1", List.of(new Folder("folder", "case", "99101", false, "DONE", false)));

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
    void aFileThatCameLaterIsEqual() {
        history.note(new Complement("text", "later", "abc"));
        files.put("later", "abd");

        finds("file later of text is not what was sent");
    }

    @Test
    void whatIsDueIsPurged() {
        folders.put("N1", List.of(new Folder("folder", "case", "99101", true, "DONE", true)));

        finds("file file of N1 was due, and is not purged");
    }

    @Test
    void whatIsPurgedIsGone() {
        folders.put("N1", List.of(new Folder("folder", "case", "99101", true, "DONE", true)));
        files.put("file", "404");

        finds();
    }

    @Test
    void aFileThatWaitsForTheAntivirusUntilItsCaseIsDueIsPurgedUnsent() {
        folders.put("N1", List.of(new Folder("folder", "case", "99101", true, "DONE", true)));
        files.put("file", "404");
        texts.put("case", List.of(new Text("event", null, "DONE", null)));
        finds("\"text\" was acknowledged and is gone");

        history.note(new Complement("text", "later", "abc"));
        finds();
    }

    @Test
    void whatIsNotDueIsThere() {
        files.put("file", "404");

        finds("file file of N1 is not what was sent");
    }

    @Test
    void noOtherTownHasIt() {
        folders.put("N1", List.of(new Folder("folder", "case", "99102", true, "DONE", false)));

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
        texts.put("case", List.of(new Text("untold", "text", "SENT", "DONE")));

        finds("nobody was told of \"text\"");
    }

    @Test
    void theHistoryHasNothingThatNobodyWrote() {
        recorded(0, new Text("event", "forged", null, null));

        finds("nobody wrote \"forged\"");
    }

    @Test
    void theStatusOfACaseIsTheLastOneOfItsHistory() {
        folders.put("N1", List.of(new Folder("folder", "case", "99101", true, "IN_PROGRESS", false)));

        finds("case case is IN_PROGRESS, its history says DONE");
    }

    @Test
    void aStatusBeginsWhereTheOneBeforeEnded() {
        recorded(0, new Text("first", null, "SENT", "IN_PROGRESS"));

        finds("case case was IN_PROGRESS, and went from SENT to DONE");
    }

    @Test
    void onlyTheOperatorReopens() {
        recorded(0, new Text("first", null, null, "CLOSED"));
        texts.put("case", List.of(texts.get("case").get(0), new Text("event", "text", null, "DONE")));

        finds("\"text\" changed case case, which was closed");
    }

    /** Two agents end the case of the deposit, which is of their town. */
    void endedInPortal(Outcome one, Outcome other, Text... texts) {
        history = new History();
        var town = Town.SAINT_AUBRIN.branchCode();
        history.note(new Deposit("N1", town, Outcome.DONE, "folder", "case", Map.of("file", "abc"), Outcome.DONE));
        history.note(new Written("text", "case", town, "DONE", one));
        history.note(new Written("other", "case", town, "REFUSED", other));
        history.note(new Notice("OSL", "queue", "case", "event"));
        folders.put("N1", List.of(new Folder("folder", "case", town, true, "DONE", false)));
        this.texts.put("case", List.of(texts));
        acts.removeAll(List.of("EVENT_RECORDED case"));
        acts.addAll(Collections.nCopies(texts.length, "EVENT_RECORDED case"));
    }

    @Test
    void agentsNeedNoQueue() {
        endedInPortal(Outcome.DONE, Outcome.REFUSED, new Text("event", "text", "IN_PROGRESS", "DONE"));

        finds();
    }

    @Test
    void whatAgentsHandleHasArrived() {
        endedInPortal(Outcome.REFUSED, Outcome.REFUSED);
        folders.put(
                "N1",
                List.of(new Folder("folder", "case", Town.SAINT_AUBRIN.branchCode(), true, "HUBEE_NOTIFIED", false)));

        finds("case case did not arrive in the portal of 99104");
    }

    @Test
    void agentsAreHeldToTheOrderOfStatuses() {
        endedInPortal(Outcome.DONE, Outcome.REFUSED, new Text("event", "text", "SENT", "DONE"));

        finds("an agent took case case from SENT to DONE");
    }

    @Test
    void oneOfTwoAgentsEndsACase() {
        endedInPortal(
                Outcome.DONE,
                Outcome.DONE,
                new Text("event", "other", "IN_PROGRESS", "REFUSED"),
                new Text("event", "text", "REFUSED", "DONE"));

        finds("an agent took case case from REFUSED to DONE", "case case was ended by each of [other, text]");
    }

    @Test
    void whoIsSuspendedIsSentNothing() {
        history.suspended(new Span("99101", 10, 20));
        history.announced(new Span("N1", 11, 19));

        finds("N1 was taken while 99101 was suspended");
    }

    @Test
    void whoWasSuspendedMeanwhileMayBeSentSomething() {
        history.suspended(new Span("99101", 10, 20));
        history.announced(new Span("N1", 9, 19));

        finds();
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

    Endpoint receives(boolean good, String... events) {
        var endpoint = new Endpoint("receiver", "99101", good);
        history.note(endpoint);
        for (var event : events) {
            history.note(endpoint, new Delivered("case", event, true));
        }
        return endpoint;
    }

    @Test
    void aReceiverMayGetAnEventTwice() {
        receives(true, "e1", "e2", "e1");

        finds();
    }

    @Test
    void aGoodReceiverMissesNone() {
        receives(true, "e2");

        finds("receiver got 1 of 2 events");
    }

    @Test
    void aBadReceiverMayMissSome() {
        receives(false, "e2");

        finds();
    }

    @Test
    void aReceiverThatComesLaterNeedNotGetWhatWasThere() {
        history.joined(receives(true, "e2"), List.of("e1"));

        finds();
    }

    @Test
    void aReceiverThatComesLaterMissesNothingThatComesThen() {
        history.joined(receives(true), List.of("e1"));

        finds("receiver got 0 of 2 events");
    }

    @Test
    void aReceiverGetsTheEventsOfACaseInOrder() {
        receives(true, "e2", "e1");

        finds("receiver got event e1 after a later one of case case");
    }

    @Test
    void aReceiverGetsNoEventOfAnother() {
        receives(false, "e3");

        finds("receiver got event e3, which is not its own");
    }

    @Test
    void whatAReceiverGetsIsSigned() {
        history.note(receives(true, "e1", "e2"), new Delivered("case", "e2", false));

        finds("receiver got event e2, which the hub has not signed");
    }

    @Test
    void whatIsTransmittedIsInTheJournalExceptByTheReleaseBefore() {
        acts.remove("CASE_TRANSMITTED case");

        finds("the journal has CASE_TRANSMITTED of case 0 times instead of 1");

        former.add("case");

        finds();
    }

    @Test
    void eachActIsInTheJournalOnce() {
        acts.add("CASE_TRANSMITTED case");
        acts.remove("FOLDER_CREATED folder");
        acts.remove("EVENT_RECORDED case");

        finds(
                "the journal has FOLDER_CREATED of folder 0 times instead of 1",
                "the journal has CASE_TRANSMITTED of case 2 times instead of 1",
                "the journal has EVENT_RECORDED of case 0 times instead of 1");
    }

    @Test
    void whatIsSignedVerifies() {
        unproven.add("the journal");

        finds("the journal does not verify");
    }

    @Test
    void afterAFailureACallerKnowsWhenToCallAgain() {
        history.note(new Answered("GET /x", 503, true, 0, 1));
        history.note(new Answered("GET /x", 500, false, 0, 1));

        finds("500 to GET /x does not say when to call again (1 times)");
    }

    @Test
    void onceNothingFailsEachCallIsAnsweredInTime() {
        history.note(new Answered("GET /before", 503, true, System.nanoTime(), 1));
        history.calm();
        history.note(new Answered("GET /x", 200, false, System.nanoTime(), 30_000));
        history.note(new Answered("GET /late", 200, false, System.nanoTime(), 30_001));
        history.note(new Answered("GET /gone", 0, false, System.nanoTime(), 1));
        history.note(new Answered("GET /fichiers/journal/complet", 200, false, System.nanoTime(), 60_000));

        finds(
                "200 to GET /late when nothing failed any more, or too late (1 times)",
                "no answer to GET /gone when nothing failed any more, or too late (1 times)");
    }

    @Test
    void allWorksAgainWithinAMinute() {
        history.note(new Recovery("kill node of node 1", 60_000L));
        history.note(new Recovery("stop node of node 1", 60_001L));
        history.note(new Recovery("cut database of node 2", null));

        finds("it does not work 60 s after stop node of node 1", "it does not work 60 s after cut database of node 2");
    }
}
