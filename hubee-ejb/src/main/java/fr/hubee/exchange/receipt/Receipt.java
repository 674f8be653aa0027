package fr.hubee.exchange.receipt;

import fr.hubee.journal.seal.LeafProof;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A receipt that the hub signs: organisations and identifiers, never a person. Its components are its claims, in this order.
 *
 * @param at when it was recorded, by the clock of the database
 * @param about the case, or the folder
 * @param number of the télédossier, given by its operator; null when the journal has lost it
 * @param sender who did it; null for the hub itself
 * @param before and {@code after} are statuses; null where none changed
 * @param rule of the retention at whose end the hub deleted; null otherwise, as are {@code certificate} and {@code list}
 * @param certificate that counts this deletion with the others of that night
 * @param list the SHA-256 of everything that was deleted, in hexadecimal: docs/retention.md
 * @param entry of the journal
 * @param journal proves the entry; null until the next head of the journal is signed
 */
public record Receipt(
        ReceiptKind kind,
        Instant at,
        UUID about,
        String process,
        String number,
        OrganizationKey sender,
        List<OrganizationKey> recipients,
        String before,
        String after,
        List<File> files,
        String rule,
        UUID certificate,
        String list,
        UUID entry,
        LeafProof journal) {

    public Receipt {
        Stream.of(kind, at, about, recipients, files, entry).forEach(Objects::requireNonNull);
    }

    /** Whether the hub deleted at the end of a retention. */
    public boolean isPurge() {
        return certificate != null;
    }

    Stream<OrganizationKey> organizations() {
        return Stream.concat(Stream.ofNullable(sender), recipients.stream());
    }

    /** @param sha256 of its bytes, in base64, as in the API */
    public record File(UUID id, String sha256) {

        /** Parses the format of the journal: the identifier, a colon, the digest. */
        static File parse(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("not a file of the journal");
            }
            return new File(UUID.fromString(text.substring(0, colon)), text.substring(colon + 1));
        }
    }
}
