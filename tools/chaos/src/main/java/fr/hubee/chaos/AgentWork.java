package fr.hubee.chaos;

import fr.hubee.chaos.History.Notice;
import fr.hubee.chaos.History.Written;
import fr.hubee.chaos.Person.Page;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** An agent who handles the télédossiers of her town in the portal; a colleague often has the same one open. */
final class AgentWork {
    private static final Pattern LINE = Pattern.compile("/teledossier\\?id=([0-9a-f-]{36})");
    private static final String DONE = "L’opérateur en est informé";

    private final Person person;
    private final History history;
    private final Town town;
    private final Random random;
    private final String name;
    private int count;

    AgentWork(Person person, History history, Town town, long seed, String name) {
        this.person = person;
        this.history = history;
        this.town = town;
        this.random = new Random(seed);
        this.name = name;
    }

    /** Takes one of the first lines of her list, and ends it. */
    void step() throws InterruptedException {
        var list = person.open("/teledossiers");
        var cases = LINE.matcher(list.text())
                .results()
                .map(line -> line.group(1))
                .distinct()
                .toList();
        cases.forEach(each -> history.note(new Notice(town.branchCode(), "list", each, "")));
        if (!cases.isEmpty()) {
            handle(cases.get(random.nextInt(Math.min(2, cases.size()))));
        }
    }

    private void handle(String caseId) throws InterruptedException {
        var address = "/teledossier?id=" + caseId;
        var page = person.open(address);
        if (page.hasForm("display")) {
            person.submit(page, "display", Map.of());
            page = person.open(address);
        }
        if (page.hasForm("begin")) {
            person.submit(page, "begin", Map.of("take-on", "take-on"));
            page = person.open(address);
        }
        var end = List.of("DONE", "REFUSED").get(random.nextInt(2));
        if (page.hasForm("form-" + end)) {
            end(page, caseId, end);
        }
    }

    private void end(Page page, String caseId, String status) throws InterruptedException {
        var text = name + "-" + ++count;
        history.note(new Written(text, caseId, town.branchCode(), status, Outcome.UNKNOWN));
        var typed = Map.of(status + "-comment", text, status + "-message", text, "confirm-" + status, "confirm");
        var answer = person.submit(page, "form-" + status, typed);
        history.note(new Written(text, caseId, town.branchCode(), status, outcome(answer)));
    }

    /**
     * A refusal is the answer itself. Where the hub sends her to another page after her form, only its word of success says something: her
     * session may have ended meanwhile, and the case that she opens again may have left with the merge that brought it.
     */
    static Outcome outcome(Page answer) {
        if (answer.outcome() == Outcome.DONE && answer.has(DONE)) {
            return Outcome.DONE;
        }
        return answer.redirected() || answer.outcome() == Outcome.UNKNOWN ? Outcome.UNKNOWN : Outcome.REFUSED;
    }
}
