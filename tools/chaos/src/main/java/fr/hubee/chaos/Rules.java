package fr.hubee.chaos;

import fr.hubee.chaos.Found.Folder;
import fr.hubee.chaos.Found.Text;
import fr.hubee.chaos.History.Deposit;
import fr.hubee.chaos.History.Notice;
import fr.hubee.chaos.History.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that hold whatever has failed: each compares what the actors know with what is found at the end. */
final class Rules {
    /** Longest answer after the end of a fault, and longest time until all works again. */
    static final long LONGEST_RECOVERY_MS = 60_000;

    private static final String OPERATOR = "OSL";

    private final History history;
    private final Found found;
    private final Map<String, Folder> byCase = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    private Rules(History history, Found found) {
        this.history = history;
        this.found = found;
        found.folders().values().forEach(all -> all.forEach(each -> byCase.put(each.caseId(), each)));
    }

    /** Returns a sentence for each thing that is not as it must be. */
    static List<String> violations(History history, Found found) {
        var rules = new Rules(history, found);
        history.deposits().forEach(rules::deposit);
        history.written().forEach(rules::written);
        rules.nothingElseIsWritten();
        rules.lastStatusIsThatOfTheCase();
        rules.recipientsAreNotified();
        history.readers().forEach(rules::feed);
        rules.journal();
        rules.answers();
        rules.recoveries();
        return rules.violations;
    }

    private void deposit(Deposit deposit) {
        var there = found.folders().getOrDefault(deposit.number(), List.of());
        if (there.size() > 1) {
            violate("%s was announced once and is there %d times".formatted(deposit.number(), there.size()));
        }
        if (deposit.announced() == Outcome.DONE && there.isEmpty()) {
            violate("%s was acknowledged and is gone".formatted(deposit.number()));
        }
        if (deposit.announced() == Outcome.REFUSED && !there.isEmpty()) {
            violate("%s was refused and is there".formatted(deposit.number()));
        }
        there.forEach(folder -> completion(deposit, folder));
    }

    private void completion(Deposit deposit, Folder folder) {
        if (!folder.town().equals(deposit.town())) {
            violate("%s is at %s instead of %s".formatted(deposit.number(), folder.town(), deposit.town()));
        }
        if (deposit.completed() == Outcome.DONE && !folder.complete()) {
            violate("%s was completed and its recipient does not see it".formatted(deposit.number()));
        }
        boolean refused = deposit.completed() == Outcome.REFUSED || deposit.completed() == Outcome.NOT_TRIED;
        if (refused && folder.complete()) {
            violate("%s was not completed and its recipient sees it".formatted(deposit.number()));
        }
        if (folder.complete()) {
            deposit.files().forEach((id, sha256) -> {
                if (!sha256.equals(found.files().get(id))) {
                    violate("file %s of %s is not what was sent".formatted(id, deposit.number()));
                }
            });
        }
    }

    private void written(Written written) {
        long times = found.texts().getOrDefault(written.caseId(), List.of()).stream()
                .filter(text -> written.text().equals(text.text()))
                .count();
        if (times > 1) {
            violate("\"%s\" was written once and is there %d times".formatted(written.text(), times));
        }
        if (written.outcome() == Outcome.DONE && times == 0) {
            violate("\"%s\" was acknowledged and is gone".formatted(written.text()));
        }
        if (written.outcome() == Outcome.REFUSED && times > 0) {
            violate("\"%s\" was refused and is there".formatted(written.text()));
        }
    }

    private void nothingElseIsWritten() {
        var known = history.written().stream().map(Written::text).collect(Collectors.toSet());
        found.texts().values().stream()
                .flatMap(List::stream)
                .map(Text::text)
                .filter(text -> text != null && !known.contains(text))
                .forEach(text -> violate("nobody wrote \"%s\"".formatted(text)));
    }

    private void lastStatusIsThatOfTheCase() {
        found.texts().forEach((caseId, texts) -> {
            var folder = byCase.get(caseId);
            var last = texts.stream()
                    .map(Text::status)
                    .filter(status -> status != null)
                    .toList();
            if (folder != null && !last.isEmpty() && !last.get(last.size() - 1).equals(folder.caseStatus())) {
                violate("case %s is %s, its history says %s"
                        .formatted(caseId, folder.caseStatus(), last.get(last.size() - 1)));
            }
        });
    }

    /** Each complete case, and each entry of its history, is told to the other party, to nobody else, and is in nobody's queue any more. */
    private void recipientsAreNotified() {
        var notices = history.notices().stream().collect(Collectors.groupingBy(Notice::caseId));
        byCase.forEach((caseId, folder) -> {
            var ofCase = notices.getOrDefault(caseId, List.of());
            var parties = ofCase.stream().map(Notice::party).collect(Collectors.toSet());
            if (folder.complete() && !parties.contains(folder.town())) {
                violate("%s was not told of case %s".formatted(folder.town(), caseId));
            }
            if (!folder.complete() && !parties.isEmpty()) {
                violate("%s were told of case %s, which is not complete".formatted(parties, caseId));
            }
            parties.removeAll(Set.of(folder.town(), OPERATOR));
            if (!parties.isEmpty()) {
                violate("%s were told of case %s, which is of %s".formatted(parties, caseId, folder.town()));
            }
            var events = ofCase.stream().map(Notice::eventId).collect(Collectors.toSet());
            found.texts().getOrDefault(caseId, List.of()).stream()
                    .filter(text -> text.text() != null && !events.contains(text.eventId()))
                    .forEach(text -> violate("nobody was told of \"%s\"".formatted(text.text())));
        });
        notices.keySet().stream()
                .filter(caseId -> !byCase.containsKey(caseId))
                .forEach(caseId -> violate("somebody was told of case %s, which is not there".formatted(caseId)));
    }

    private void feed(String name, History.Reader reader) {
        var log = found.logs().getOrDefault(reader.party(), List.of());
        var events = reader.events();
        if (new HashSet<>(events).size() < events.size()) {
            violate("%s got an event twice".formatted(name));
        }
        if (!events.equals(log)) {
            int same = 0;
            while (same < Math.min(events.size(), log.size())
                    && events.get(same).equals(log.get(same))) {
                same++;
            }
            violate("%s got %d of %d events, and others from the %d. on"
                    .formatted(name, events.size(), log.size(), same + 1));
        }
    }

    private void journal() {
        byCase.values().forEach(folder -> {
            requireAct("FOLDER_CREATED", folder.folderId(), 1);
            requireAct("CASE_TRANSMITTED", folder.caseId(), folder.complete() ? 1 : 0);
        });
    }

    private void requireAct(String action, String subject, int wanted) {
        int times = Collections.frequency(found.acts(), action + " " + subject);
        if (times != wanted) {
            violate("the journal has %s of %s %d times instead of %d".formatted(action, subject, times, wanted));
        }
    }

    private void answers() {
        history.answers().stream()
                .filter(answer -> answer.status() >= 500 && !answer.saysWhenAgain())
                .collect(Collectors.groupingBy(
                        answer -> answer.status() + " to " + answer.request(), Collectors.counting()))
                .forEach((answer, times) ->
                        violate("%s does not say when to call again (%d times)".formatted(answer, times)));
    }

    private void recoveries() {
        history.recoveries().stream()
                .filter(recovery -> recovery.ms() == null || recovery.ms() > LONGEST_RECOVERY_MS)
                .forEach(recovery -> violate(
                        "it does not work %d s after %s".formatted(LONGEST_RECOVERY_MS / 1000, recovery.fault())));
    }

    private void violate(String sentence) {
        violations.add(sentence);
    }
}
