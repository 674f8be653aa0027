package fr.hubee.exchange.receipt;

import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.exchange.status.FolderStatus;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.seal.KeptEntry;
import fr.hubee.journal.seal.LeafProof;
import fr.hubee.journal.seal.SealedReading;
import fr.hubee.kernel.shared.OrganizationKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reads an entry of the journal as a receipt, without adding anything. Entries from before the receipts do not name sender and recipients:
 * they give none.
 */
final class ReceiptEntry {
    private final KeptEntry entry;
    private final ActChanges changes;
    private final LeafProof proof;

    /** @param proof null while the entry is not sealed */
    ReceiptEntry(byte[] content, LeafProof proof) {
        entry = KeptEntry.of(content);
        changes = new ActChanges(entry.changes());
        this.proof = proof;
    }

    ReceiptEntry(SealedReading.Found found) {
        this(found.content(), found.proof().orElse(null));
    }

    KeptEntry entry() {
        return entry;
    }

    LeafProof proof() {
        return proof;
    }

    Optional<Receipt> receipt() {
        return sender() == null ? Optional.empty() : kind().map(this::receipt);
    }

    private Receipt receipt(ReceiptKind kind) {
        return new Receipt(
                kind,
                entry.happenedAt(),
                UUID.fromString(Objects.requireNonNullElse(after("case"), entry.subject())),
                after("processCode"),
                number(),
                sender(),
                recipients(),
                changes.before("status"),
                after("status"),
                changes.files(),
                null,
                null,
                null,
                entry.id(),
                proof);
    }

    /** @param files of that télédossier, of those that the certificate counts */
    Receipt deletion(UUID about, String number, List<Receipt.File> files) {
        return new Receipt(
                ReceiptKind.DELETION,
                entry.happenedAt(),
                about,
                entry.subject(),
                number,
                null,
                List.of(),
                null,
                null,
                files,
                after("rule"),
                UUID.fromString(after("certificate")),
                after("sha256"),
                entry.id(),
                proof);
    }

    private Optional<ReceiptKind> kind() {
        return switch (AuditAction.valueOf(entry.action())) {
            case CASE_TRANSMITTED -> Optional.of(ReceiptKind.DEPOSIT);
            case EVENT_STATUS_CHANGED ->
                EventStatus.SENT.name().equals(after("eventStatus"))
                        ? Optional.of(ReceiptKind.DEPOSIT)
                        : Optional.empty();
            case CASE_READ, ATTACHMENT_READ -> Optional.of(ReceiptKind.WITHDRAWAL);
            case CASE_STATUS_CHANGED, EVENT_RECORDED, FOLDER_STATUS_CHANGED -> moved();
            case FOLDER_DELETED, EVENT_DELETED -> Optional.of(ReceiptKind.DELETION);
            default -> Optional.empty();
        };
    }

    /**
     * Returns the kind of a change of status; none for a folder that leaves its first status, since each of its cases records the deposit.
     */
    private Optional<ReceiptKind> moved() {
        var after = after("status");
        if (after == null || FolderStatus.HUBEE_RECEIVED.name().equals(changes.before("status"))) {
            return Optional.empty();
        }
        return Optional.of(CaseStatus.CLOSED.name().equals(after) ? ReceiptKind.CLOSING : ReceiptKind.STATUS);
    }

    String number() {
        return after("externalId");
    }

    UUID folder() {
        return UUID.fromString(after("folder"));
    }

    OrganizationKey sender() {
        return changes.several("sender").flatMap(ReceiptEntry::key).findFirst().orElse(null);
    }

    List<OrganizationKey> recipients() {
        return changes.several("recipients").flatMap(ReceiptEntry::key).toList();
    }

    private static Stream<OrganizationKey> key(String text) {
        return OrganizationKey.parse(text).stream();
    }

    String after(String field) {
        return changes.after(field);
    }

    /** Reads the changes in an entry of the journal: values before and after, by the names of fields. */
    static final class ActChanges {
        private static final String SEPARATOR = ", ";

        private final Map<String, Object> fields;

        /** @param json as the journal keeps it */
        ActChanges(String json) {
            try {
                fields = JSONObjectUtils.parse(json);
            } catch (ParseException invalid) {
                throw new IllegalArgumentException("not the changes of an entry", invalid);
            }
        }

        String before(String field) {
            return value(field, 0);
        }

        String after(String field) {
            return value(field, 1);
        }

        private String value(String field, int place) {
            return fields.get(field) instanceof List<?> both && both.size() == 2 ? (String) both.get(place) : null;
        }

        Stream<String> several(String field) {
            var text = after(field);
            return text == null || text.isEmpty() ? Stream.of() : Stream.of(text.split(SEPARATOR, -1));
        }

        List<Receipt.File> files() {
            return several("digests").map(Receipt.File::parse).toList();
        }
    }
}
