package fr.hubee.exchange.receipt;

import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the purge of a night has deleted of a démarche.
 *
 * @param operator of the démarche; null when it was unknown
 * @param keys how many keys of encryption were destroyed
 * @param keysList the SHA-256 of their names, sorted, in lines, in hexadecimal
 * @param share of the organisation that it is for; null when it is for the operator, or nothing was hers
 */
public record DeletionCertificate(
        UUID id, String process, OrganizationKey operator, List<Part> parts, long keys, String keysList, Share share) {

    /** The kinds of what is deleted. */
    public enum Kind {
        FILES,
        CASES,
        FOLDERS
    }

    /**
     * What one rule has deleted.
     *
     * @param from when the first one was deleted, and {@code to} the last one
     * @param list the SHA-256 of the list of what was deleted: docs/retention.md
     * @param entry of the journal
     */
    public record Part(
            Kind kind, String rule, long items, long bytes, Instant from, Instant to, String list, UUID entry) {}

    /**
     * What of it was an organisation's.
     *
     * @param list the SHA-256 of the list of that: docs/retention.md
     * @param entry of the journal
     */
    public record Share(
            OrganizationKey organization, long files, long bytes, long cases, long folders, String list, UUID entry) {

        public long items(Kind kind) {
            return switch (kind) {
                case FILES -> files;
                case CASES -> cases;
                case FOLDERS -> folders;
            };
        }
    }

    /** When the first one was deleted. */
    public Instant from() {
        return parts.stream().map(Part::from).min(Instant::compareTo).orElseThrow();
    }

    /** When the last one was deleted. */
    public Instant to() {
        return parts.stream().map(Part::to).max(Instant::compareTo).orElseThrow();
    }

    public long items(Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .mapToLong(Part::items)
                .sum();
    }

    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }
}
