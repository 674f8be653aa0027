package fr.hubee.receipt;

import fr.hubee.audit.seal.LeafProof;
import fr.hubee.audit.seal.SealedEntries;
import fr.hubee.audit.seal.SignedHead;
import fr.hubee.receipt.DeletionCertificate.Kind;
import fr.hubee.receipt.DeletionCertificate.Part;
import fr.hubee.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Puts the entries of a night's purge together, and signs them: one certificate for each démarche. */
@Dependent
class Deletions {
    @Inject
    DeletionRepository journal;

    @Inject
    SealedEntries entries;

    List<SignedDeletion> ofProcesses(Collection<String> codes) throws IOException {
        return sign(journal.ofProcesses(codes));
    }

    Optional<SignedDeletion> find(Collection<String> codes, UUID run) throws IOException {
        return sign(journal.ofRun(codes, run)).stream().findFirst();
    }

    private record Entry(ReceiptEntry entry, Optional<LeafProof> proof) {
        Part part() {
            return new Part(
                    kind(),
                    entry.after("rule"),
                    Long.parseLong(entry.after("items")),
                    Long.parseLong(entry.after("bytes")),
                    Instant.parse(entry.after("from")),
                    Instant.parse(entry.after("to")),
                    entry.after("sha256"),
                    entry.entry().id());
        }

        private Kind kind() {
            return switch (entry.entry().action()) {
                case "FILES_PURGED" -> Kind.FILES;
                case "CASES_ARCHIVED" -> Kind.CASES;
                default -> Kind.FOLDERS;
            };
        }
    }

    /** The newest first. */
    private List<SignedDeletion> sign(List<UUID> ids) throws IOException {
        var runs = new LinkedHashMap<UUID, List<Entry>>();
        for (var found : entries.of(ids).values()) {
            var entry = new Entry(new ReceiptEntry(found.content()), found.proof());
            runs.computeIfAbsent(UUID.fromString(entry.entry().after("run")), any -> new ArrayList<>())
                    .add(entry);
        }
        var signed = new ArrayList<SignedDeletion>();
        for (var run : runs.entrySet()) {
            signed.add(sign(run.getKey(), run.getValue()));
        }
        signed.sort(
                Comparator.comparing((SignedDeletion each) -> each.certificate().id())
                        .reversed());
        return signed;
    }

    private SignedDeletion sign(UUID run, List<Entry> all) throws IOException {
        all.sort(Comparator.comparing(each -> each.entry().entry().id()));
        var first = all.get(0).entry();
        var certificate = new DeletionCertificate(
                run,
                first.entry().subject(),
                OrganizationKey.parse(Objects.requireNonNullElse(first.entry().organization(), ""))
                        .orElse(null),
                all.stream().map(Entry::part).toList(),
                Long.parseLong(first.after("keys")),
                first.after("keysSha256"));
        Optional<SignedHead> before = entries.headAt(certificate.from());
        return new SignedDeletion(
                certificate,
                all.stream().flatMap(each -> each.proof().stream()).toList(),
                before,
                entries.signer().orElse(null));
    }
}
