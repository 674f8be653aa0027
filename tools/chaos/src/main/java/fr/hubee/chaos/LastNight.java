package fr.hubee.chaos;

import fr.hubee.chaos.Found.Folder;
import fr.hubee.chaos.Found.Text;
import fr.hubee.chaos.History.Deposit;
import fr.hubee.chaos.History.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A backup, and what had been acknowledged before it began: that much must be there when it is restored. */
record LastNight(List<Deposit> deposits, List<Written> written) {
    /** Notes what is acknowledged at this moment. */
    static LastNight of(History history) {
        return new LastNight(
                history.deposits().stream()
                        .filter(each -> each.completed() == Outcome.DONE)
                        .toList(),
                history.written().stream()
                        .filter(each -> each.outcome() == Outcome.DONE)
                        .toList());
    }

    /**
     * Returns a sentence for each thing that the restored hub lacks.
     *
     * @param before the state of the hub before it was lost: what was purged by then is not looked for
     */
    List<String> violations(Found before, Found restored) {
        var violations = new ArrayList<String>();
        for (var deposit : deposits) {
            if (before.folders().getOrDefault(deposit.number(), List.of()).stream()
                    .anyMatch(folder -> folder.complete() && !folder.due())) {
                require(deposit, restored, violations);
            }
        }
        var texts = restored.texts().values().stream()
                .flatMap(List::stream)
                .map(Text::text)
                .filter(text -> text != null)
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        for (var text : written) {
            if (texts.getOrDefault(text.text(), 0L) != 1) {
                violations.add("\"%s\" was in the backup, and is there %d times"
                        .formatted(text.text(), texts.getOrDefault(text.text(), 0L)));
            }
        }
        return violations;
    }

    private static void require(Deposit deposit, Found restored, List<String> violations) {
        var there = restored.folders().getOrDefault(deposit.number(), List.of());
        if (there.size() != 1 || !there.stream().allMatch(Folder::complete)) {
            violations.add("%s was in the backup, and is not there, once and complete".formatted(deposit.number()));
        }
        deposit.files().forEach((id, sha256) -> {
            if (!sha256.equals(restored.files().get(id))) {
                violations.add("file %s of %s is not what was backed up".formatted(id, deposit.number()));
            }
        });
    }
}
