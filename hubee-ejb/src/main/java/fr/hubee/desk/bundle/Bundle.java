package fr.hubee.desk.bundle;

import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A ZIP of several cases' files, requested by a person and delivered later.
 *
 * <p>Life cycle: it waits; a maker claims it, and sends a heartbeat every few seconds; it is ready for a day, or has
 * failed. If the heartbeat stops, another maker starts it again. It holds copies of files: when one of these is purged,
 * the whole ZIP is deleted.
 */
@Entity
@Table(name = "bundle")
public class Bundle {
    /** Maximum size of all ZIPs in the store, in bytes: files of the exchange have priority. */
    public static final long ROOM = 20_000_000_000L;

    /** Maximum number of ZIPs per account: waiting, being made or ready. */
    static final int MOST = 5;

    static final Duration KEPT = Duration.ofDays(1);

    /** Time without a heartbeat after which a maker is considered dead. Syncing gigabytes to disk takes less. */
    static final Duration SILENCE = Duration.ofMinutes(5);

    /** Maximum number of attempts: after three dead makers, no other one tries. */
    static final int MOST_ATTEMPTS = 3;

    @Id
    private UUID id;

    private UUID accountId;

    private String fileName;

    private int caseCount;

    private int fileCount;

    /** Total size of its files, in bytes. */
    private long size;

    @Enumerated(EnumType.STRING)
    private BundleState state = BundleState.WAITING;

    /** Number of bytes of that size that have been read. */
    @Column(name = "bytes_read")
    private long read;

    private int attempts;

    private Instant heardAt;

    /** The blob being written or already stored; null when there is none. */
    private String blobKey;

    private Long blobSize;

    private String blobSha256;

    private Instant askedAt;

    private Instant keptUntil;

    /** Why it failed. */
    private String reason;

    @ElementCollection
    @CollectionTable(name = "bundle_file", joinColumns = @JoinColumn(name = "bundle_id"))
    @OrderColumn(name = "position")
    private List<BundleFile> files = new ArrayList<>();

    Bundle() {}

    Bundle(UUID accountId, String fileName, List<CaseBundle> cases, Instant now) {
        this.id = UuidV7.next();
        this.accountId = accountId;
        this.fileName = fileName;
        this.caseCount = cases.size();
        for (var each : cases) {
            each.files()
                    .forEach(file -> files.add(
                            new BundleFile(each.caseId(), file.blob().key().value())));
        }
        this.fileCount = files.size();
        this.size = sizeOf(cases);
        this.askedAt = now;
        this.keptUntil = now.plus(KEPT);
    }

    static long sizeOf(List<CaseBundle> cases) {
        return cases.stream()
                .flatMap(each -> each.files().stream())
                .mapToLong(file -> file.blob().size())
                .sum();
    }

    /**
     * A maker claims it.
     *
     * @return the blob that an earlier maker may have left
     */
    Optional<BlobKey> claim(Instant now) {
        state = BundleState.MAKING;
        attempts++;
        heardAt = now;
        read = 0;
        return blob();
    }

    /** Whether the maker still holds it: neither cancelled nor taken over by another maker. */
    boolean isMadeBy(BundleClaim claim) {
        return state == BundleState.MAKING && attempts == claim.attempt();
    }

    void written(BlobKey draft) {
        blobKey = draft.value();
    }

    void heard(long bytes, Instant now) {
        read = bytes;
        heardAt = now;
    }

    void ready(StoredBlob made, Instant now) {
        state = BundleState.READY;
        read = size;
        blobKey = made.key().value();
        blobSize = made.size();
        blobSha256 = made.sha256();
        keptUntil = now.plus(KEPT);
    }

    /** @param why in French, for the person who requested it */
    void failed(String why) {
        state = BundleState.FAILED;
        reason = why;
    }

    void over() {
        state = BundleState.OVER;
    }

    boolean isReady(Instant now) {
        return state == BundleState.READY && now.isBefore(keptUntil);
    }

    boolean isShown() {
        return state != BundleState.OVER;
    }

    UUID id() {
        return id;
    }

    int attempts() {
        return attempts;
    }

    int fileCount() {
        return fileCount;
    }

    String fileName() {
        return fileName;
    }

    Optional<BlobKey> blob() {
        return Optional.ofNullable(blobKey).map(BlobKey::new);
    }

    /** Returns the stored ZIP, only once it is ready. */
    StoredBlob stored() {
        return new StoredBlob(new BlobKey(blobKey), blobSize, blobSha256);
    }

    /** A file of a bundle: its case and its blob. The file name stays with the attachment. */
    @Embeddable
    record BundleFile(
            @Column(name = "case_id") UUID caseId,
            @Column(name = "blob_key") String blobKey) {}

    /**
     * A bundle claimed by a maker.
     *
     * @param attempt distinguishes this maker from an earlier one that may still run
     * @param left the blob that an earlier maker may have left
     */
    record BundleClaim(UUID id, int attempt, Optional<BlobKey> left, List<CaseBundle> cases) {}
}
