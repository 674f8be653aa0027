package fr.hubee.exchange.receipt;

import com.nimbusds.jose.jwk.OctetKeyPair;
import fr.hubee.journal.seal.LeafProof;
import fr.hubee.journal.seal.SignedHead;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A certificate of the deletions in a démarche during the purge of one night. Its components are its claims, in this order.
 *
 * @param operator of the démarche; null when it was unknown
 * @param keys number of encryption keys destroyed
 * @param keysList the SHA-256 of their names, sorted, in lines, in hexadecimal
 * @param before the journal before the first deletion; null when it was not sealed yet
 * @param share of the organisation that receives it; null when the operator receives it, or when nothing belonged to the organisation
 * @param after the journal with the certificate; null until all its entries are sealed
 */
public record DeletionCertificate(
        UUID id,
        String process,
        OrganizationKey operator,
        List<Part> parts,
        long keys,
        String keysList,
        SignedHead before,
        Share share,
        SignedHead after) {

    public DeletionCertificate {
        Objects.requireNonNull(id);
        Objects.requireNonNull(parts);
    }

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
     * @param journal proves the entry; null while it is not sealed
     */
    public record Part(
            Kind kind,
            String rule,
            long items,
            long bytes,
            Instant from,
            Instant to,
            String list,
            UUID entry,
            LeafProof journal) {

        public Part {
            Stream.of(kind, from, to, entry).forEach(Objects::requireNonNull);
        }
    }

    /**
     * The part of the deletions that concerned one organisation.
     *
     * @param list the SHA-256 of the list of this part: docs/retention.md
     * @param entry of the journal
     * @param journal proves the entry; null while it is not sealed
     */
    public record Share(
            OrganizationKey organization,
            long files,
            long bytes,
            long cases,
            long folders,
            String list,
            UUID entry,
            LeafProof journal) {

        public Share {
            Objects.requireNonNull(organization);
            Objects.requireNonNull(entry);
        }

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

    /** Returns the proofs of its entries; null for each that is not sealed. */
    Stream<LeafProof> proofs() {
        return Stream.concat(
                parts.stream().map(Part::journal), Stream.ofNullable(share).map(Share::journal));
    }

    /** Returns the keys that signed the heads. */
    Stream<OctetKeyPair> signers() {
        return Stream.concat(
                proofs().map(LeafProof::key),
                Stream.of(before, after).filter(Objects::nonNull).map(SignedHead::key));
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
