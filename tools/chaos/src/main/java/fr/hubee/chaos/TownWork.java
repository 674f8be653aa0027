package fr.hubee.chaos;

import fr.hubee.chaos.History.Notice;
import fr.hubee.chaos.History.Written;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** A service that takes what waits for it, answers, and only then deletes its notification. */
final class TownWork {
    private static final String[] STATUSES = {"SI_RECEIVED", "IN_PROGRESS", "DONE"};

    private final Software software;
    private final History history;
    private final Town town;
    private final Random random;
    private final String name;
    private final Set<String> known = new HashSet<>();
    private int count;

    TownWork(Software software, History history, Town town, long seed, String name) {
        this.software = software;
        this.history = history;
        this.town = town;
        this.random = new Random(seed);
        this.name = name;
    }

    /** @return whether the queue was read and had nothing */
    boolean step() throws InterruptedException {
        var answer = software.get("/notifications?maxResult=5");
        if (answer.status() != 200) {
            return false;
        }
        for (var one : answer.json()) {
            var caseId = one.path("caseId").asText();
            var event = one.path("eventId").asText();
            history.note(new Notice(town.branchCode(), "queue", caseId, event));
            if (known.add(caseId)) {
                for (int step = 0; step <= random.nextInt(STATUSES.length); step++) {
                    move(caseId, STATUSES[step]);
                }
            } else if (random.nextInt(4) == 0) {
                write(caseId);
            }
            software.repeat("DELETE", "/notifications/" + one.path("id").asText(), null, null);
        }
        return answer.json().isEmpty();
    }

    private void move(String caseId, String status) throws InterruptedException {
        var text = name + "-" + ++count;
        send(text, caseId, status, OperatorWork.status(text, status));
    }

    private void write(String caseId) throws InterruptedException {
        var text = name + "-" + ++count;
        send(text, caseId, null, OperatorWork.message(text));
    }

    private void send(String text, String caseId, String status, String json) throws InterruptedException {
        history.note(new Written(text, caseId, town.branchCode(), status, Outcome.UNKNOWN));
        var answer = software.repeat("POST", "/cases/" + caseId + "/events", json, text);
        history.note(new Written(text, caseId, town.branchCode(), status, answer.outcome()));
    }
}
