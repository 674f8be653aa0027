package fr.hubee.receipt;

import fr.hubee.audit.seal.SealedEntries;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes receipts from the journal, whoever asks for them. */
@Dependent
class Receipts {
    private static final System.Logger LOG = System.getLogger(Receipts.class.getName());

    static final Comparator<SignedReceipt> OLDEST_FIRST = Comparator.comparing(
                    (SignedReceipt signed) -> signed.receipt().at())
            .thenComparing(signed -> signed.receipt().entry());

    @Inject
    ReceiptRepository journal;

    @Inject
    SealedEntries entries;

    List<SignedReceipt> ofCase(UUID theCase) throws IOException {
        var signed = new ArrayList<>(sign(journal.ofCase(theCase)));
        var files = files(signed);
        signed.addAll(sign(journal.firstReadings(theCase, files.keySet())));
        signed.addAll(deletions(theCase, number(signed), files));
        signed.sort(OLDEST_FIRST);
        return signed;
    }

    List<SignedReceipt> ofFolder(UUID folder) throws IOException {
        var signed = new ArrayList<>(sign(journal.ofFolder(folder)));
        var announced = announcement(folder);
        signed.addAll(deletions(
                folder, announced.map(ReceiptEntry::number).orElse(null), journal.purgedFolder(folder), Map.of()));
        signed.sort(OLDEST_FIRST);
        return signed;
    }

    Optional<SignedReceipt> find(UUID entry, UUID about) throws IOException {
        var direct = sign(List.of(entry)).stream()
                .filter(signed -> signed.receipt().about().equals(about))
                .findFirst();
        if (direct.isPresent()) {
            return direct;
        }
        var all = transmission(about).isPresent() ? ofCase(about) : ofFolder(about);
        return all.stream()
                .filter(signed -> signed.receipt().entry().equals(entry))
                .findFirst();
    }

    Optional<ReceiptEntry> transmission(UUID theCase) throws IOException {
        return read(journal.transmission(theCase));
    }

    Optional<ReceiptEntry> announcement(UUID folder) throws IOException {
        return read(journal.announcement(folder));
    }

    private Optional<ReceiptEntry> read(Optional<UUID> entry) throws IOException {
        return entry.isEmpty()
                ? Optional.empty()
                : entries.of(List.of(entry.get())).values().stream()
                        .map(found -> new ReceiptEntry(found.content()))
                        .findFirst();
    }

    private List<SignedReceipt> sign(Collection<UUID> ids) throws IOException {
        var key = entries.signer().orElse(null);
        return entries.of(ids).values().stream()
                .flatMap(found -> new ReceiptEntry(found.content())
                                .receipt()
                                .map(receipt ->
                                        new SignedReceipt(receipt, found.proof().orElse(null), key))
                                .stream())
                .toList();
    }

    /** The files that were transmitted, with their digests. */
    private static Map<UUID, ReceiptFile> files(List<SignedReceipt> signed) {
        return signed.stream()
                .filter(each -> each.receipt().kind() == ReceiptKind.DEPOSIT)
                .flatMap(each -> each.receipt().files().stream())
                .collect(Collectors.toMap(ReceiptFile::id, file -> file, (first, same) -> first, TreeMap::new));
    }

    private static String number(List<SignedReceipt> signed) {
        return signed.stream()
                .map(each -> each.receipt().number())
                .filter(number -> number != null)
                .findFirst()
                .orElse(null);
    }

    private List<SignedReceipt> deletions(UUID theCase, String number, Map<UUID, ReceiptFile> files)
            throws IOException {
        var all = new TreeMap<>(journal.purgedFiles(files.keySet()));
        var transmission = transmission(theCase);
        if (transmission.isPresent()) {
            all.putAll(journal.purgedFolder(transmission.get().folder()));
        }
        return deletions(theCase, number, all, files);
    }

    private List<SignedReceipt> deletions(
            UUID about, String number, Map<UUID, ReceiptRepository.Purged> purged, Map<UUID, ReceiptFile> files)
            throws IOException {
        var lists = journal.lists(purged.values().stream()
                .map(ReceiptRepository.Purged::certificate)
                .toList());
        var key = entries.signer().orElse(null);
        var signed = new ArrayList<SignedReceipt>();
        for (var found : entries.of(purged.keySet()).entrySet()) {
            var its = purged.get(found.getKey());
            var entry = new ReceiptEntry(found.getValue().content());
            if (!isListed(its.certificate(), lists.get(its.certificate()), entry)) {
                LOG.log(
                        Level.ERROR,
                        "HUBEE-RECEIPT-REFUSED certificate {0}: purged_item is not what the entry {1} of the journal has sealed",
                        its.certificate(),
                        found.getKey());
                continue;
            }
            Set<UUID> counted = new LinkedHashSet<>(its.subjects());
            var those = files.values().stream()
                    .filter(file -> counted.contains(file.id()))
                    .toList();
            var receipt = entry.deletion(about, number, those);
            signed.add(new SignedReceipt(receipt, found.getValue().proof().orElse(null), key));
        }
        return signed;
    }

    /** The rows are their owner's; the entry is sealed. */
    private static boolean isListed(UUID certificate, String list, ReceiptEntry entry) {
        return certificate.toString().equals(entry.after("certificate"))
                && list != null
                && list.equals(entry.after("sha256"));
    }
}
