package fr.hubee.desk.digest;

import fr.hubee.desk.digest.DigestItem.Novelty;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.mail.outbox.MailValues;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A line of a mail: the télédossiers that are new, or have changed.
 *
 * @param id with which the list shows only these ({@link DigestRepository#announce})
 * @param first when the first of it happened
 */
record DigestLine(UUID id, Novelty novelty, Set<UUID> cases, Instant first) {
    private static final DateTimeFormatter DAY = Paris.moments("d MMMM uuuu");

    /** @param items not empty */
    static DigestLine of(Novelty novelty, Collection<DigestItem> items) {
        return new DigestLine(
                UuidV7.next(),
                novelty,
                items.stream().map(DigestItem::caseId).collect(Collectors.toSet()),
                items.stream()
                        .map(DigestItem::happenedAt)
                        .min(Instant::compareTo)
                        .orElseThrow());
    }

    String text() {
        return novelty.counted(cases.size())
                + (cases.size() == 1 ? ", le " : ", le plus ancien le ")
                + DAY.format(first);
    }

    /** Returns the path of the list with only these télédossiers. */
    String path(String processCode) {
        return CaseMails.list(processCode) + "&annonce=" + id;
    }

    MailValues values(String processCode) {
        return MailValues.of("text", text()).and("listPath", path(processCode));
    }
}
