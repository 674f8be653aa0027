package fr.hubee.exchange.receipt;

import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A receipt that the hub signs: organisations and identifiers, never a person.
 *
 * @param entry of the journal
 * @param at when it was recorded, by the clock of the database
 * @param about the case, or the folder
 * @param number of the télédossier, given by its operator; null when the journal has lost it
 * @param sender who did it; null for the hub itself
 * @param before and {@code after} are statuses; null where none changed
 * @param purge null unless the hub deleted at the end of a retention
 */
public record Receipt(
        ReceiptKind kind,
        UUID entry,
        Instant at,
        UUID about,
        String process,
        String number,
        OrganizationKey sender,
        List<OrganizationKey> recipients,
        String before,
        String after,
        List<File> files,
        Purge purge) {

    /**
     * @param certificate that counts this deletion with the others of that night
     * @param list the SHA-256 of everything that was deleted, in hexadecimal: docs/retention.md
     */
    public record Purge(String rule, UUID certificate, String list) {}

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
