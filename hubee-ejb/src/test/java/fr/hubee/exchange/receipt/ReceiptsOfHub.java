package fr.hubee.exchange.receipt;

import fr.hubee.journal.seal.SealedEntries;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** The receipts of a hub without a server. */
public final class ReceiptsOfHub {
    private ReceiptsOfHub() {}

    /** Returns the signed receipts of a case. */
    @SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
    public static List<String> ofCase(UUID theCase, EntityManager entities, SealedEntries journal) throws IOException {
        var receipts = new ReceiptFactory();
        receipts.journal = new ReceiptRepository();
        receipts.journal.entities = entities;
        receipts.entries = journal;
        return receipts.ofCase(theCase).next().stream()
                .map(receipt -> receipt.jws().orElseThrow())
                .toList();
    }
}
