package fr.hubee.exchange.receipt;

import fr.hubee.exchange.receipt.ReceiptRepository.Of;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.seal.SealedReading;
import fr.hubee.kernel.database.Transactions;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The receipts of a télédossier, oldest first, page by page: the first page is read, each following one in a short transaction of its own.
 * Nothing is held between two pages. Identifiers of entries are in the order of what happened: a page begins after the last one of the page
 * before.
 */
public final class ReceiptPages {
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
    private Transactions transactions;
    private List<SignedReceipt> page;

    ReceiptPages(ReceiptRepository journal, SealedReading sealed, Of of, UUID id) {
        this.journal = journal;
        this.sealed = sealed;
        this.of = of;
        this.id = id;
        this.purges = new PurgeReceipts(journal, sealed);
    }

    /** @param number of the folder, which its own acts may not contain */
    ReceiptPages withPurgeOf(UUID folder, String number) {
        purges.addFolder(folder, id, number);
        return this;
    }

    /** Opens them in the transaction that checks the rights. */
    static ReceiptPages open(Transactions transactions, Transactions.Work<ReceiptPages, IOException> checked)
            throws IOException {
        return transactions.call(() -> {
            var pages = checked.run();
            pages.transactions = transactions;
            pages.page = pages.next();
            return pages;
        });
    }

    public List<SignedReceipt> page() {
        return page;
    }

    public boolean hasMore() {
        return hasMore;
    }

    /** Goes to the next page; it may be empty. */
    public void nextPage() throws IOException {
        page = transactions.call(this::next);
    }

    public List<SignedReceipt> all() throws IOException {
        var all = new ArrayList<>(page);
        while (hasMore()) {
            nextPage();
            all.addAll(page);
        }
        return all;
    }

    /** Reads the next page in the open transaction. */
    List<SignedReceipt> next() throws IOException {
        var entries = journal.page(of, id, after, PAGE);
        hasMore = entries.size() == PAGE;
        after = entries.isEmpty() ? after : entries.get(entries.size() - 1);
        var acts = new ArrayList<SignedReceipt>();
        for (var found : sealed.of(entries).values()) {
            var entry = new ReceiptEntry(found);
            entry.receipt()
                    .ifPresent(receipt ->
                            acts.add(new SignedReceipt(receipt, sealed.signer().orElse(null))));
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

    /**
     * Creates the receipts of purges. An entry covers the deletions of a night in a démarche; each case has a part of it. A file is purged
     * after it was deposited: once the acts are read up to an entry, all parts of these acts in it are known.
     */
    static final class PurgeReceipts {
        private static final System.Logger LOG = System.getLogger(PurgeReceipts.class.getName());

        private final ReceiptRepository journal;
        private final SealedReading sealed;

        /** Purges by their entries, oldest first. */
        private final NavigableMap<UUID, Purge> waiting = new TreeMap<>();

        private final Map<UUID, String> numbers = new HashMap<>();

        /** @param parts the files of each télédossier; of a folder there are none */
        private record Purge(UUID certificate, Map<UUID, NavigableMap<UUID, Receipt.File>> parts) {}

        PurgeReceipts(ReceiptRepository journal, SealedReading sealed) {
            this.journal = journal;
            this.sealed = sealed;
        }

        /** @param about the folder, or a case of it */
        void addFolder(UUID folder, UUID about, String number) {
            numbers.put(about, number);
            journal.purgedFolder(folder).forEach((entry, purged) -> part(entry, purged, about));
        }

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

        private NavigableMap<UUID, Receipt.File> part(UUID entry, ReceiptRepository.Purged purged, UUID about) {
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
            var lists = journal.lists(
                    purges.values().stream().map(Purge::certificate).toList());
            var signed = new ArrayList<SignedReceipt>();
            for (var found : sealed.of(purges.keySet()).entrySet()) {
                var purge = purges.get(found.getKey());
                var entry = new ReceiptEntry(found.getValue());
                if (isListed(purge.certificate(), lists.get(purge.certificate()), entry)) {
                    purge.parts().forEach((about, files) -> {
                        var receipt = entry.deletion(about, numbers.get(about), List.copyOf(files.values()));
                        signed.add(new SignedReceipt(receipt, sealed.signer().orElse(null)));
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
}
