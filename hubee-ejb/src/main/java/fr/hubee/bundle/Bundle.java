package fr.hubee.bundle;

import fr.hubee.casework.CaseBundle;
import fr.hubee.shared.UuidV7;
import fr.hubee.storage.BlobKey;
import fr.hubee.storage.StoredBlob;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
 * A ZIP of several cases' files that a person has asked for, and gets later.
 *
 * <p>Its life: it waits; a maker claims it, and says every few seconds that it goes on; it is ready for a day, or has failed. One
 * whose maker falls silent is made anew by another. It holds copies of files: when one of these is purged, so is the whole.
 */
@Entity
@Table(name = "bundle")
public class Bundle {
    /** Of one account: waiting, being made or ready. */
    static final int MOST = 5;

    static final Duration KEPT = Duration.ofDays(1);

    /** A maker that says nothing for so long is dead: longer than gigabytes take to be forced to a disk. */
    static final Duration SILENCE = Duration.ofMinutes(5);

    /** A bundle that three makers died of is left alone. */
    static final int MOST_ATTEMPTS = 3;

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "case_count")
    private int caseCount;

    @Column(name = "file_count")
    private int fileCount;

    /** Of the files in it, together. */
    private long size;

    @Enumerated(EnumType.STRING)
    private BundleState state = BundleState.WAITING;

    /** How much of the size has been read. */
    @Column(name = "bytes_read")
    private long read;

    private int attempts;

    @Column(name = "heard_at")
    private Instant heardAt;

    /** Where its bytes are, or are being written to; null when there are none. */
    @Column(name = "blob_key")
    private String blobKey;

    @Column(name = "blob_size")
    private Long blobSize;

    @Column(name = "blob_sha256")
    private String blobSha256;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "kept_until")
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
     * A maker takes it.
     *
     * @return where an earlier one may have left bytes
     */
    Optional<BlobKey> claim(Instant now) {
        state = BundleState.MAKING;
        attempts++;
        heardAt = now;
        read = 0;
        return blob();
    }

    /** Whether that maker still has it: nobody took it from her, no other maker took it over. */
    boolean isMadeBy(TakenBundle claim) {
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

    /** @param why in French, for who asked */
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

    /** Whether its person sees it. */
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

    /** Once it is ready. */
    StoredBlob stored() {
        return new StoredBlob(new BlobKey(blobKey), blobSize, blobSha256);
    }
}
