package fr.hubee.exchange.receipt;

import fr.hubee.exchange.receipt.ReceiptRepository.Of;
import fr.hubee.journal.seal.SealedEntries;
import fr.hubee.journal.seal.SealedReading;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Creates receipts from the journal, for any caller. */
@Dependent
class ReceiptFactory {
    @Inject
    ReceiptRepository journal;

    @Inject
    SealedEntries entries;

    ReceiptPages ofCase(UUID theCase) throws IOException {
        return new ReceiptPages(journal, entries.read(), Of.CASE, theCase);
    }

    /** @param of whether with those of its cases */
    ReceiptPages ofFolder(UUID folder, Of of) throws IOException {
        var sealed = entries.read();
        var number = read(sealed, journal.announcement(folder))
                .map(ReceiptEntry::number)
                .orElse(null);
        return new ReceiptPages(journal, sealed, of, folder).withPurgeOf(folder, number);
    }

    Optional<SignedReceipt> find(UUID entry, UUID about) throws IOException {
        var sealed = entries.read();
        var found = sealed.of(List.of(entry)).get(entry);
        if (found == null) {
            return Optional.empty();
        }
        var direct = new ReceiptEntry(found)
                .receipt()
                .filter(receipt -> receipt.about().equals(about));
        return direct.isPresent()
                ? Optional.of(new SignedReceipt(direct.get(), sealed.signer().orElse(null)))
                : findPurge(entry, about);
    }

    /** Finds the receipt of a purge, whose entry does not name each télédossier. */
    private Optional<SignedReceipt> findPurge(UUID entry, UUID about) throws IOException {
        var reading = journal.transmission(about).isPresent() ? ofCase(about) : ofFolder(about, Of.FOLDER_ALONE);
        while (reading.hasMore()) {
            var found = reading.next().stream()
                    .filter(signed -> signed.receipt().entry().equals(entry))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    Optional<ReceiptEntry> transmission(UUID theCase) throws IOException {
        return read(entries.read(), journal.transmission(theCase));
    }

    Optional<ReceiptEntry> announcement(UUID folder) throws IOException {
        return read(entries.read(), journal.announcement(folder));
    }

    private static Optional<ReceiptEntry> read(SealedReading sealed, Optional<UUID> entry) throws IOException {
        return entry.isEmpty()
                ? Optional.empty()
                : sealed.of(List.of(entry.get())).values().stream()
                        .map(found -> new ReceiptEntry(found))
                        .findFirst();
    }
}
