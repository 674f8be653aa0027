package fr.hubee.exchange.receipt;

import fr.hubee.exchange.receipt.ReceiptRepository.Of;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.seal.SealedReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Reads the receipts of a télédossier, oldest first, a page at a time. Identifiers of entries are in the order of what happened: a page
 * begins after the last one of the page before.
 */
final class ReceiptReading {
    /** Read in some milliseconds; signed, less than a megabyte. */
    private static final int PAGE = 200;

    private static final Comparator<SignedReceipt> OLDEST_FIRST = Comparator.comparing(
                    (SignedReceipt signed) -> signed.receipt().at())
            .thenComparing(signed -> signed.receipt().entry());

    private final ReceiptRepository journal;
    private final SealedReading sealed;
    private final Of of;
    private final UUID id;
    private final PurgeReceipts purges;

    private UUID after = new UUID(0, 0);
    private boolean hasMore = true;

    ReceiptReading(ReceiptRepository journal, SealedReading sealed, Of of, UUID id) {
        this.journal = journal;
        this.sealed = sealed;
        this.of = of;
        this.id = id;
        this.purges = new PurgeReceipts(journal, sealed);
    }

    /** @param number of the folder, which its own acts may not contain */
    ReceiptReading withPurgeOf(UUID folder, String number) {
        purges.addFolder(folder, id, number);
        return this;
    }

    boolean hasMore() {
        return hasMore;
    }

    List<SignedReceipt> next() throws IOException {
        var entries = journal.page(of, id, after, PAGE);
        hasMore = entries.size() == PAGE;
        after = entries.isEmpty() ? after : entries.get(entries.size() - 1);
        var acts = new ArrayList<SignedReceipt>();
        for (var found : sealed.of(entries).values()) {
            var entry = new ReceiptEntry(found.content());
            entry.receipt()
                    .ifPresent(receipt -> acts.add(new SignedReceipt(
                            receipt, found.proof().orElse(null), sealed.signer().orElse(null))));
            if (of == Of.CASE
                    && AuditAction.CASE_TRANSMITTED.name().equals(entry.entry().action())) {
                purges.addFolder(entry.folder(), id, entry.number());
            }
        }
        acts.sort(OLDEST_FIRST);
        purges.add(acts);
        acts.addAll(hasMore ? purges.until(after) : purges.all());
        acts.sort(OLDEST_FIRST);
        return acts;
    }
}
