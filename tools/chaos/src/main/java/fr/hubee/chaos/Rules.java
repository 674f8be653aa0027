package fr.hubee.chaos;

import fr.hubee.chaos.Found.Folder;
import fr.hubee.chaos.Found.Text;
import fr.hubee.chaos.History.Complement;
import fr.hubee.chaos.History.Delivered;
import fr.hubee.chaos.History.Deposit;
import fr.hubee.chaos.History.Endpoint;
import fr.hubee.chaos.History.Notice;
import fr.hubee.chaos.History.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules that hold whatever has failed: each compares what the actors know with what is found at the end. */
final class Rules {
    /** Longest time until all works again. */
    static final long LONGEST_RECOVERY_MS = 60_000;

    /** Longest answer once nothing fails any more; readers of the feed wait up to five seconds for an event. */
    static final long LONGEST_ANSWER_MS = 30_000;

    private static final String CLOSED = "CLOSED";
    private static final String OPERATOR = "OSL";

    /** The changes of status that agents are offered, and what comes before them. */
    private static final Set<String> OF_PORTAL = Set.of(
            "HUBEE_NOTIFIED SENT",
            "SENT SI_RECEIVED",
            "SENT IN_PROGRESS",
            "SI_RECEIVED IN_PROGRESS",
            "SI_RECEIVED REFUSED",
            "IN_PROGRESS ADD_AWAITING",
            "IN_PROGRESS DONE",
            "IN_PROGRESS REFUSED",
            "ADD_AWAITING DONE");

    private final History history;
    private final Found found;
    private final Set<String> portals = Town.portals();
    private final Map<String, Folder> byCase = new HashMap<>();
    private final Map<String, String> parties = new HashMap<>();
    private final Map<String, Long> timesOfActs;
    private final List<String> violations = new ArrayList<>();

    private Rules(History history, Found found) {
        this.history = history;
        this.found = found;
        history.written().forEach(written -> parties.put(written.text(), written.party()));
        found.folders().values().forEach(all -> all.forEach(each -> byCase.put(each.caseId(), each)));
        timesOfActs = found.acts().stream().collect(Collectors.groupingBy(act -> act, Collectors.counting()));
    }

    /** Returns a sentence for each thing that is not as it must be. */
    static List<String> violations(History history, Found found) {
        var rules = new Rules(history, found);
        history.deposits().forEach(rules::deposit);
        history.written().forEach(rules::written);
        rules.nothingElseIsWritten();
        rules.lastStatusIsThatOfTheCase();
        rules.statusesFollowOneAnother();
        rules.oneAgentEndsACase();
        rules.recipientsAreNotified();
        history.readers().forEach(rules::feed);
        history.delivered().forEach(rules::webhooks);
        rules.journal();
        found.unproven().forEach(what -> rules.violate(what + " does not verify"));
        rules.answers();
        rules.calmAnswers();
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
        if (history.isForSuspended(deposit) && (deposit.announced() == Outcome.DONE || !there.isEmpty())) {
            violate("%s was taken while %s was suspended".formatted(deposit.number(), deposit.town()));
        }
        there.forEach(folder -> completion(deposit, folder));
    }

    private void completion(Deposit deposit, Folder folder) {
        if (!folder.town().equals(deposit.town()) && !isMerged(folder, deposit)) {
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
            deposit.files().forEach((id, sha256) -> file(id, sha256, deposit.number(), folder));
        }
    }

    private void file(String id, String sha256, String of, Folder folder) {
        if (folder.due() && !"404".equals(found.files().get(id))) {
            violate("file %s of %s was due, and is not purged".formatted(id, of));
        }
        if (!folder.due() && !sha256.equals(found.files().get(id))) {
            violate("file %s of %s is not what was sent".formatted(id, of));
        }
    }

    /** A case that was sent to a town while it was merged stays with the other one. */
    private static boolean isMerged(Folder folder, Deposit deposit) {
        return deposit.town().equals(Town.DEUX_CHATEAUX.branchCode())
                && folder.town().equals(Town.SAINT_AUBRIN.branchCode());
    }

    private void written(Written written) {
        long times = found.texts().getOrDefault(written.caseId(), List.of()).stream()
                .filter(text -> written.text().equals(text.text()))
                .count();
        if (times > 1) {
            violate("\"%s\" was written once and is there %d times".formatted(written.text(), times));
        }
        if (written.outcome() == Outcome.DONE && times == 0 && !isPurgedUnsent(written)) {
            violate("\"%s\" was acknowledged and is gone".formatted(written.text()));
        }
        if (times > 0) {
            history.complements().stream()
                    .filter(file -> file.text().equals(written.text()))
                    .forEach(file -> file(file.fileId(), file.sha256(), written.text(), byCase.get(written.caseId())));
        }
        if (written.outcome() == Outcome.REFUSED && times > 0) {
            violate("\"%s\" was refused and is there".formatted(written.text()));
        }
    }

    /** Whether it brings a file to a case that is due: one that waits for the antivirus until then is purged, and its entry is not sent. */
    private boolean isPurgedUnsent(Written written) {
        var folder = byCase.get(written.caseId());
        return folder != null
                && folder.due()
                && history.complements().stream().map(Complement::text).anyMatch(written.text()::equals);
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

    /** Each change begins where the one before it ended; those of agents are offered to them. */
    private void statusesFollowOneAnother() {
        found.texts().forEach((caseId, texts) -> {
            boolean inPortal = byCase.containsKey(caseId)
                    && portals.contains(byCase.get(caseId).town());
            String now = null;
            for (var text : texts) {
                if (text.status() == null) {
                    continue;
                }
                if (now != null && text.from() != null && !now.equals(text.from())) {
                    violate("case %s was %s, and went from %s to %s"
                            .formatted(caseId, now, text.from(), text.status()));
                }
                boolean byOperator = text.text() != null && OPERATOR.equals(parties.get(text.text()));
                if (CLOSED.equals(now) && !byOperator) {
                    violate("\"%s\" changed case %s, which was closed".formatted(text.text(), caseId));
                }
                now = text.status();
                if (inPortal && !byOperator && !OF_PORTAL.contains(text.from() + " " + now)) {
                    violate("an agent took case %s from %s to %s".formatted(caseId, text.from(), now));
                }
            }
        });
    }

    private void oneAgentEndsACase() {
        history.written().stream()
                .filter(written -> portals.contains(written.party()) && written.outcome() == Outcome.DONE)
                .collect(Collectors.groupingBy(
                        Written::caseId,
                        TreeMap::new,
                        Collectors.mapping(Written::text, Collectors.toCollection(TreeSet::new))))
                .forEach((caseId, texts) -> {
                    if (texts.size() > 1 + reopened(caseId)) {
                        violate("case %s was ended by each of %s".formatted(caseId, texts));
                    }
                });
    }

    private long reopened(String caseId) {
        return found.texts().getOrDefault(caseId, List.of()).stream()
                .filter(text -> "HUBEE_NOTIFIED".equals(text.status()))
                .count();
    }

    /** Each complete case, and each entry of its history, is told to the other party, to nobody else, and is in nobody's queue any more. */
    private void recipientsAreNotified() {
        var notices = history.notices().stream().collect(Collectors.groupingBy(Notice::caseId));
        byCase.forEach((caseId, folder) -> {
            var ofCase = notices.getOrDefault(caseId, List.of());
            var parties = ofCase.stream().map(Notice::party).collect(Collectors.toSet());
            if (folder.complete() && portals.contains(folder.town())) {
                if (folder.caseStatus().startsWith("HUBEE_")) {
                    violate("case %s did not arrive in the portal of %s".formatted(caseId, folder.town()));
                }
            } else if (folder.complete() && !parties.contains(folder.town())) {
                violate("%s was not told of case %s".formatted(folder.town(), caseId));
            }
            if (!folder.complete() && !parties.isEmpty()) {
                violate("%s were told of case %s, which is not complete".formatted(parties, caseId));
            }
            parties.removeAll(Set.of(folder.town(), OPERATOR));
            if (folder.town().equals(Town.DEUX_CHATEAUX.branchCode())) {
                parties.remove(Town.SAINT_AUBRIN.branchCode()); // it was merged then
            }
            if (!parties.isEmpty()) {
                violate("%s were told of case %s, which is of %s".formatted(parties, caseId, folder.town()));
            }
            var events = ofCase.stream().map(Notice::eventId).collect(Collectors.toSet());
            found.texts().getOrDefault(caseId, List.of()).stream()
                    .filter(text -> text.text() != null && !events.contains(text.eventId()))
                    .filter(text -> !isReadInPortal(folder, text))
                    .forEach(text -> violate("nobody was told of \"%s\"".formatted(text.text())));
        });
        notices.keySet().stream()
                .filter(caseId -> !byCase.containsKey(caseId))
                .forEach(caseId -> violate("somebody was told of case %s, which is not there".formatted(caseId)));
    }

    private boolean isReadInPortal(Folder folder, Text text) {
        return portals.contains(folder.town()) && OPERATOR.equals(parties.get(text.text()));
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

    /** A good receiver gets each event at least once, a bad one some; both only theirs, and those of a case in their order. */
    private void webhooks(Endpoint endpoint, List<Delivered> delivered) {
        var receiver = endpoint.name();
        var log = found.logs().getOrDefault(endpoint.party(), List.of());
        var places = new HashMap<String, Integer>();
        log.forEach(event -> places.put(event, places.size()));
        var last = new HashMap<String, Integer>();
        var seen = new HashSet<String>();
        for (var each : delivered) {
            var place = places.get(each.eventId());
            if (!each.signed()) {
                violate("%s got event %s, which the hub has not signed".formatted(receiver, each.eventId()));
            } else if (place == null) {
                violate("%s got event %s, which is not its own".formatted(receiver, each.eventId()));
            } else if (seen.add(each.eventId()) && last.merge(each.caseId(), place, Math::max) > place) {
                violate("%s got event %s after a later one of case %s"
                        .formatted(receiver, each.eventId(), each.caseId()));
            }
        }
        if (endpoint.good() && !history.missed(endpoint, log).isEmpty()) {
            violate("%s got %d of %d events".formatted(receiver, seen.size(), log.size()));
        }
    }

    private void journal() {
        byCase.values().forEach(folder -> {
            requireAct("FOLDER_CREATED", folder.folderId(), 1);
            if (!found.former().contains(folder.caseId())) {
                requireAct("CASE_TRANSMITTED", folder.caseId(), folder.complete() ? 1 : 0);
            }
            var entries = found.texts().getOrDefault(folder.caseId(), List.of());
            requireAct("EVENT_RECORDED", folder.caseId(), entries.size());
        });
    }

    private void requireAct(String action, String subject, int wanted) {
        long times = timesOfActs.getOrDefault(action + " " + subject, 0L);
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

    /** Once nothing fails any more, each call is answered in time. */
    private void calmAnswers() {
        history.answers().stream()
                .filter(answer ->
                        history.isCalm(answer) && (answer.status() == 0 || answer.status() >= 500 || isLate(answer)))
                .collect(Collectors.groupingBy(
                        answer ->
                                (answer.status() == 0 ? "no answer" : "" + answer.status()) + " to " + answer.request(),
                        TreeMap::new,
                        Collectors.counting()))
                .forEach((answer, times) ->
                        violate("%s when nothing failed any more, or too late (%d times)".formatted(answer, times)));
    }

    /** The download of the whole journal ends with its last entry: after two hours, there are hundreds of thousands. */
    private static boolean isLate(History.Answered answer) {
        return answer.tookMs() > LONGEST_ANSWER_MS && !answer.request().equals("GET " + MergeWork.WHOLE_JOURNAL);
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
