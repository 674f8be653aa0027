package fr.hubee.exchange.receipt;

import fr.hubee.exchange.receipt.DeletionCertificate.Kind;
import fr.hubee.exchange.receipt.DeletionCertificate.Part;
import fr.hubee.exchange.receipt.DeletionCertificate.Share;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.seal.SealedEntries;
import fr.hubee.journal.seal.SealedReading;
import fr.hubee.journal.seal.SignedHead;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Combines the entries of a night's purge, and signs them: one certificate for each démarche. */
@Dependent
class Deletions {
    @Inject
    DeletionRepository journal;

    @Inject
    SealedEntries entries;

    /** @param own the organisation whose share is added, for a caller who sees nothing of the others */
    List<SignedDeletion> ofProcesses(Collection<String> codes, Optional<OrganizationKey> own) throws IOException {
        var sealed = entries.read();
        return sign(sealed, journal.ofProcesses(codes), sharesOf(sealed, codes, own));
    }

    Optional<SignedDeletion> find(Collection<String> codes, UUID run, Optional<OrganizationKey> own)
            throws IOException {
        var sealed = entries.read();
        return sign(sealed, journal.ofRun(codes, run), sharesOf(sealed, codes, own)).stream()
                .findFirst();
    }

    /** Finds a certificate by the name in a link: a run, or the entry of a share of one. */
    Optional<SignedDeletion> find(UUID name) throws IOException {
        var sealed = entries.read();
        var codes = journal.allProcesses();
        var share = shares(sealed, List.of(name));
        var run = share.keySet().stream().findFirst().orElse(name);
        return sign(sealed, journal.ofRun(codes, run), share).stream().findFirst();
    }

    private Map<UUID, Entry> sharesOf(SealedReading sealed, Collection<String> codes, Optional<OrganizationKey> own)
            throws IOException {
        return own.isPresent() ? shares(sealed, journal.sharesOf(codes, own.get())) : Map.of();
    }

    private static Map<UUID, Entry> shares(SealedReading sealed, List<UUID> ids) throws IOException {
        return entries(sealed, ids)
                .filter(each -> each.entry().entry().action().equals(AuditAction.SHARE_PURGED.name()))
                .collect(Collectors.toMap(Entry::run, each -> each, (one, other) -> other));
    }

    private static Stream<Entry> entries(SealedReading sealed, List<UUID> ids) throws IOException {
        return sealed.of(ids).values().stream().map(found -> new Entry(new ReceiptEntry(found)));
    }

    private record Entry(ReceiptEntry entry) {
        Part part() {
            return new Part(
                    kind(),
                    entry.after("rule"),
                    Long.parseLong(entry.after("items")),
                    Long.parseLong(entry.after("bytes")),
                    Instant.parse(entry.after("from")),
                    Instant.parse(entry.after("to")),
                    entry.after("sha256"),
                    entry.entry().id(),
                    entry.proof());
        }

        UUID run() {
            return UUID.fromString(entry.after("run"));
        }

        Share share() {
            return new Share(
                    OrganizationKey.parse(entry.entry().organization()).orElseThrow(),
                    Long.parseLong(entry.after("files")),
                    Long.parseLong(entry.after("bytes")),
                    Long.parseLong(entry.after("cases")),
                    Long.parseLong(entry.after("folders")),
                    entry.after("sha256"),
                    entry.entry().id(),
                    entry.proof());
        }

        private Kind kind() {
            return switch (entry.entry().action()) {
                case "FILES_PURGED" -> Kind.FILES;
                case "CASES_ARCHIVED" -> Kind.CASES;
                default -> Kind.FOLDERS;
            };
        }
    }

    /** Returns the newest first. */
    private static List<SignedDeletion> sign(SealedReading sealed, List<UUID> ids, Map<UUID, Entry> shares)
            throws IOException {
        var runs = entries(sealed, ids)
                .sorted(Comparator.comparing(each -> each.entry().entry().id()))
                .collect(Collectors.groupingBy(
                        Entry::run, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
        var signed = new ArrayList<SignedDeletion>();
        for (var run : runs.entrySet()) {
            signed.add(sign(sealed, run.getKey(), run.getValue(), Optional.ofNullable(shares.get(run.getKey()))));
        }
        return signed;
    }

    private static SignedDeletion sign(SealedReading sealed, UUID run, List<Entry> all, Optional<Entry> share)
            throws IOException {
        var first = all.get(0).entry();
        var parts = all.stream().map(Entry::part).toList();
        var from = parts.stream().map(Part::from).min(Comparator.naturalOrder()).orElseThrow();
        var last = share.orElse(all.get(all.size() - 1)).entry().proof();
        var certificate = new DeletionCertificate(
                run,
                first.entry().subject(),
                OrganizationKey.parse(Objects.requireNonNullElse(first.entry().organization(), ""))
                        .orElse(null),
                parts,
                Long.parseLong(first.after("keys")),
                first.after("keysSha256"),
                sealed.headAt(from).orElse(null),
                share.map(Entry::share).orElse(null),
                last == null ? null : new SignedHead(last.head(), last.key()));
        return new SignedDeletion(certificate, sealed.signer().orElse(null));
    }
}
