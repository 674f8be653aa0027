package fr.hubee.exchange.receipt;

import fr.hubee.journal.seal.SealedReading;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Creates the receipts of purges. An entry covers the deletions of a night in a démarche; each case has a part of it. A file is purged
 * after it was deposited: once the acts are read up to an entry, all parts of these acts in it are known.
 */
final class PurgeReceipts {
    private static final System.Logger LOG = System.getLogger(PurgeReceipts.class.getName());

    private final ReceiptRepository journal;
    private final SealedReading sealed;

    /** Purges by their entries, oldest first. */
    private final NavigableMap<UUID, Purge> waiting = new TreeMap<>();

    private final Map<UUID, String> numbers = new HashMap<>();

    /** @param parts the files of each télédossier; of a folder there are none */
    private record Purge(UUID certificate, Map<UUID, NavigableMap<UUID, ReceiptFile>> parts) {}

    PurgeReceipts(ReceiptRepository journal, SealedReading sealed) {
        this.journal = journal;
        this.sealed = sealed;
    }

    /** @param about the folder, or a case of it */
    void addFolder(UUID folder, UUID about, String number) {
        numbers.put(about, number);
        journal.purgedFolder(folder).forEach((entry, purged) -> part(entry, purged, about));
    }

    /** Adds the deletions of the files of these acts. */
    void add(Collection<SignedReceipt> acts) {
        var deposits = acts.stream()
                .map(SignedReceipt::receipt)
                .filter(receipt -> receipt.kind() == ReceiptKind.DEPOSIT)
                .toList();
        deposits.forEach(deposit -> numbers.putIfAbsent(deposit.about(), deposit.number()));
        var files = new TreeSet<UUID>();
        deposits.forEach(deposit -> deposit.files().forEach(file -> files.add(file.id())));
        journal.purgedFiles(files).forEach((entry, purged) -> {
            for (var deposit : deposits) {
                for (var file : deposit.files()) {
                    if (purged.subjects().contains(file.id())) {
                        part(entry, purged, deposit.about()).putIfAbsent(file.id(), file);
                    }
                }
            }
        });
    }

    private NavigableMap<UUID, ReceiptFile> part(UUID entry, ReceiptRepository.Purged purged, UUID about) {
        return waiting.computeIfAbsent(entry, any -> new Purge(purged.certificate(), new LinkedHashMap<>()))
                .parts()
                .computeIfAbsent(about, any -> new TreeMap<>());
    }

    /** Returns the receipts of the entries up to this one, and removes them from those that wait. */
    List<SignedReceipt> until(UUID entry) throws IOException {
        return take(waiting.headMap(entry, true));
    }

    List<SignedReceipt> all() throws IOException {
        return take(waiting);
    }

    private List<SignedReceipt> take(NavigableMap<UUID, Purge> purges) throws IOException {
        var lists =
                journal.lists(purges.values().stream().map(Purge::certificate).toList());
        var signed = new ArrayList<SignedReceipt>();
        for (var found : sealed.of(purges.keySet()).entrySet()) {
            var purge = purges.get(found.getKey());
            var entry = new ReceiptEntry(found.getValue().content());
            if (isListed(purge.certificate(), lists.get(purge.certificate()), entry)) {
                purge.parts().forEach((about, files) -> {
                    var receipt = entry.deletion(about, numbers.get(about), List.copyOf(files.values()));
                    signed.add(new SignedReceipt(
                            receipt,
                            found.getValue().proof().orElse(null),
                            sealed.signer().orElse(null)));
                });
            } else {
                LOG.log(
                        Level.ERROR,
                        "HUBEE-RECEIPT-REFUSED certificate {0}: purged_item is not what the entry {1} of the journal has sealed",
                        purge.certificate(),
                        found.getKey());
            }
        }
        purges.clear();
        return signed;
    }

    /** Whether the rows, which their owner could change, match the sealed entry. */
    private static boolean isListed(UUID certificate, String list, ReceiptEntry entry) {
        return certificate.toString().equals(entry.after("certificate"))
                && list != null
                && list.equals(entry.after("sha256"));
    }
}
