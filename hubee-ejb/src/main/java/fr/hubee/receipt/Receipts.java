package fr.hubee.receipt;

import fr.hubee.audit.AuditAction;
import fr.hubee.audit.seal.LeafProof;
import fr.hubee.audit.seal.SealedEntries;
import fr.hubee.audit.seal.SealedReading;
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
import java.util.TreeSet;
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
        var sealed = entries.read();
        var acts = read(sealed, actsAndReadings(theCase));
        var signed = new ArrayList<>(sign(sealed, acts));
        var files = files(signed);
        var purged = new TreeMap<>(journal.purgedFiles(files.keySet()));
        folder(acts).ifPresent(folder -> purged.putAll(journal.purgedFolder(folder)));
        signed.addAll(deletions(sealed, theCase, number(signed), purged, files));
        signed.sort(OLDEST_FIRST);
        return signed;
    }

    /** What is looked for is not verified yet; what is found is. */
    private List<UUID> actsAndReadings(UUID theCase) {
        var acts = journal.ofCase(theCase);
        var files = new TreeSet<UUID>();
        acts.values().forEach(changes -> files.addAll(ActChanges.filesIn(changes)));
        var found = new ArrayList<>(acts.keySet());
        found.addAll(journal.firstReadings(theCase, files));
        return found;
    }

    private static Optional<UUID> folder(List<Act> acts) {
        return acts.stream()
                .map(Act::entry)
                .filter(entry -> entry.entry().action().equals(AuditAction.CASE_TRANSMITTED.name()))
                .map(ReceiptEntry::folder)
                .findFirst();
    }

    List<SignedReceipt> ofFolder(UUID folder) throws IOException {
        var sealed = entries.read();
        var signed = new ArrayList<>(sign(sealed, read(sealed, journal.ofFolder(folder))));
        var announced = read(sealed, journal.announcement(folder).stream().toList());
        var number =
                announced.stream().map(act -> act.entry().number()).findFirst().orElse(null);
        signed.addAll(deletions(sealed, folder, number, journal.purgedFolder(folder), Map.of()));
        signed.sort(OLDEST_FIRST);
        return signed;
    }

    Optional<SignedReceipt> find(UUID entry, UUID about) throws IOException {
        var sealed = entries.read();
        var direct = sign(sealed, read(sealed, List.of(entry))).stream()
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
                : read(entries.read(), List.of(entry.get())).stream()
                        .map(Act::entry)
                        .findFirst();
    }

    private record Act(ReceiptEntry entry, LeafProof proof) {}

    private static List<Act> read(SealedReading sealed, Collection<UUID> ids) throws IOException {
        return sealed.of(ids).values().stream()
                .map(found ->
                        new Act(new ReceiptEntry(found.content()), found.proof().orElse(null)))
                .toList();
    }

    private static List<SignedReceipt> sign(SealedReading sealed, List<Act> acts) {
        var key = sealed.signer().orElse(null);
        return acts.stream()
                .flatMap(act ->
                        act.entry().receipt().map(receipt -> new SignedReceipt(receipt, act.proof(), key)).stream())
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

    private List<SignedReceipt> deletions(
            SealedReading sealed,
            UUID about,
            String number,
            Map<UUID, ReceiptRepository.Purged> purged,
            Map<UUID, ReceiptFile> files)
            throws IOException {
        var lists = journal.lists(purged.values().stream()
                .map(ReceiptRepository.Purged::certificate)
                .toList());
        var key = sealed.signer().orElse(null);
        var signed = new ArrayList<SignedReceipt>();
        for (var found : sealed.of(purged.keySet()).entrySet()) {
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
