package fr.hubee.exchange.receipt;

import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A certificate of the deletions in a démarche during the purge of one night.
 *
 * @param operator of the démarche; null when it was unknown
 * @param keys number of encryption keys destroyed
 * @param keysList the SHA-256 of their names, sorted, in lines, in hexadecimal
 * @param share of the organisation that receives it; null when the operator receives it, or when nothing belonged to the organisation
 */
public record DeletionCertificate(
        UUID id, String process, OrganizationKey operator, List<Part> parts, long keys, String keysList, Share share) {

    public enum Kind {
        FILES,
        CASES,
        FOLDERS
    }

    /**
     * The deletions under one rule.
     *
     * @param from when the first one was deleted, and {@code to} the last one
     * @param list the SHA-256 of the list of what was deleted: docs/retention.md
     * @param entry of the journal
     */
    public record Part(
            Kind kind, String rule, long items, long bytes, Instant from, Instant to, String list, UUID entry) {}

    /**
     * The part of the deletions that concerned one organisation.
     *
     * @param list the SHA-256 of the list of this part: docs/retention.md
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

    Stream<OrganizationKey> organizations() {
        return Stream.concat(
                Stream.ofNullable(operator), Stream.ofNullable(share).map(Share::organization));
    }

    public Instant from() {
        return parts.stream().map(Part::from).min(Instant::compareTo).orElseThrow();
    }

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
