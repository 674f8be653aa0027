package fr.hubee.desk.digest;

import fr.hubee.desk.digest.DigestItem.DigestReason;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import fr.hubee.mail.outbox.MailValues;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of a mail: the télédossiers that are new, or have changed, each counted once, and since when; no numbers of them.
 *
 * @param id with which the list shows only these ({@link DigestService#announce})
 * @param first when the first of it happened, or was answered
 */
record DigestLine(UUID id, DigestReason reason, Set<UUID> cases, Instant first) {

    /**
     * Returns the lines of a mail: a new télédossier counts as new only, even if it has changed since; empty lines are left out.
     *
     * @param unseen since when no agent has seen what the applicant of a télédossier has answered
     */
    static List<DigestLine> of(Collection<DigestItem> items, Map<UUID, Instant> unseen) {
        var fresh = items.stream()
                .filter(item -> item.reason() == DigestReason.NEW)
                .map(DigestItem::caseId)
                .collect(Collectors.toSet());
        var byReason = items.stream()
                .filter(item -> item.reason() == DigestReason.NEW || !fresh.contains(item.caseId()))
                .collect(Collectors.groupingBy(item -> item.reason(unseen)));
        return Stream.of(DigestReason.values())
                .filter(byReason::containsKey)
                .map(reason -> of(reason, byReason.get(reason), unseen))
                .toList();
    }

    /** @param items not empty */
    private static DigestLine of(DigestReason reason, Collection<DigestItem> items, Map<UUID, Instant> unseen) {
        return new DigestLine(
                UuidV7.next(),
                reason,
                items.stream().map(DigestItem::caseId).collect(Collectors.toSet()),
                items.stream()
                        .map(item -> reason == DigestReason.ANSWERED ? unseen.get(item.caseId()) : item.happenedAt())
                        .min(Instant::compareTo)
                        .orElseThrow());
    }

    String text() {
        var counted = reason.counted(cases.size());
        var day = Paris.DAY.format(first);
        boolean one = cases.size() == 1;
        return reason == DigestReason.ANSWERED
                ? Words.text(one ? "desk.digest.answeredSince" : "desk.digest.answeredOldest", counted, day)
                : Words.text(one ? "desk.digest.since" : "desk.digest.oldest", counted, day);
    }

    String path(String processCode) {
        return CaseMails.list(processCode) + "&annonce=" + id;
    }

    MailValues values(String processCode) {
        return MailValues.of("text", text()).and("listPath", path(processCode));
    }
}
