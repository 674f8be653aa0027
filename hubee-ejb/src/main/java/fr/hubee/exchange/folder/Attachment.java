package fr.hubee.exchange.folder;

import fr.hubee.exchange.status.AttachmentStatus;
import fr.hubee.exchange.status.FileTrouble;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.FileDamage;
import fr.hubee.files.storage.ScannedBlob;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** A file of a folder or of an event: announced first, then its bytes are sent (specification §2.8). */
@Entity
@Table(name = "attachment")
public class Attachment {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "folder_id")
    private Folder folder;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "event_id")
    private CaseEvent event;

    private int position;

    private String fileName;

    private String type;
    private long size;

    private String mimeType;

    @Enumerated(EnumType.STRING)
    private AttachmentStatus status = AttachmentStatus.PENDING;

    private String blobKey;

    private String sha256;

    /** Finding of the antivirus, or the reason why it could not scan; null when it found nothing, or has not answered. */
    private String verdict;

    private Instant receivedAt;

    /** Moment of the first scan of its bytes; null when there was none, or when it is unknown. */
    private Instant scannedAt;

    /** When its last upload was refused, since its bytes were not those that were announced; null once it is received. */
    private Instant refusedAt;

    /** Finding of a reading of the store; null when there is none. */
    @Formula("(select " + FileTrouble.DAMAGE + " from damaged_file d where d.attachment_id = id)")
    private String damage;

    @OneToMany(mappedBy = "attachment", cascade = CascadeType.PERSIST)
    private List<CaseAttachment> links = new ArrayList<>();

    Attachment() {}

    private Attachment(int position, NewAttachment file) {
        this.id = UuidV7.next();
        this.position = position;
        this.fileName = file.fileName();
        this.type = file.type();
        this.size = file.size();
        this.mimeType = file.mimeType();
    }

    static Attachment ofFolder(Folder folder, int position, NewAttachment file, List<Case> recipients) {
        var attachment = new Attachment(position, file);
        attachment.folder = folder;
        recipients.forEach(theCase -> attachment.links.add(new CaseAttachment(theCase, attachment)));
        return attachment;
    }

    static Attachment ofEvent(CaseEvent event, int position, NewAttachment file) {
        var attachment = new Attachment(position, file);
        attachment.event = event;
        return attachment;
    }

    /**
     * Records that its bytes were received.
     *
     * @return the bytes that they replace
     */
    Optional<BlobKey> receive(ScannedBlob scanned, Instant now) {
        var replaced = blob();
        blobKey = scanned.blob().key().value();
        sha256 = scanned.blob().sha256();
        receivedAt = now;
        refusedAt = null;
        scannedAt = null;
        judge(scanned.verdict(), now);
        return replaced;
    }

    /**
     * Takes it back before anybody has fetched it: its announcement stays, as after a purge.
     *
     * @return its bytes
     */
    Optional<BlobKey> withdraw() {
        var withdrawn = blob();
        blobKey = null;
        status = AttachmentStatus.DELETED;
        return withdrawn;
    }

    /** An unknown verdict leaves it pending. */
    void judge(Verdict found, Instant now) {
        if (scannedAt == null && found.isOfScanner()) {
            scannedAt = now;
        }
        verdict = found.detail();
        status = switch (found.kind()) {
            case CLEAN, OFF -> AttachmentStatus.RECEIVED;
            case INFECTED -> AttachmentStatus.CORRUPTED;
            case REFUSED -> AttachmentStatus.REJECTED;
            case UNKNOWN -> AttachmentStatus.PENDING;
        };
    }

    /** Whether it was scanned, or accepted in spite of its verdict before the date was recorded. */
    boolean isScanned() {
        return scannedAt != null || verdict != null;
    }

    String processCode() {
        return (event == null ? folder : event.theCase().folder()).processCode();
    }

    /** Whether its bytes are stored, and the antivirus has not answered yet. */
    public boolean waitsForScan() {
        return status == AttachmentStatus.PENDING && blobKey != null;
    }

    /** Whether it is announced only: none of its bytes are stored. */
    boolean isMissing() {
        return status == AttachmentStatus.PENDING && blobKey == null;
    }

    /** Returns the bytes for a check by the hub only. */
    StoredBlob unscanned() {
        return new StoredBlob(new BlobKey(blobKey), size, sha256);
    }

    public boolean isReceived() {
        return status == AttachmentStatus.RECEIVED;
    }

    /** Blocked until it is restored; a missing file is reported as not found. */
    boolean isDamaged() {
        return damage != null && !damage.equals(FileDamage.MISSING.name());
    }

    /** Returns why nobody can open it; empty when they can. */
    public Optional<FileTrouble> trouble() {
        return FileTrouble.of(status, blobKey != null, refusedAt != null, verdict, damage);
    }

    Folder folder() {
        return folder;
    }

    public CaseEvent event() {
        return event;
    }

    public String verdict() {
        return verdict;
    }

    /** @throws InvalidRequest when its bytes can no longer be sent, or sent again */
    void requireOpen(boolean othersSeeIt) {
        boolean open = isMissing() || (status != AttachmentStatus.DELETED && !othersSeeIt);
        if (!open) {
            throw new InvalidRequest("Attachment is already received");
        }
    }

    NewAttachment announced() {
        return new NewAttachment(fileName, type, size, mimeType);
    }

    Optional<BlobKey> blob() {
        return Optional.ofNullable(blobKey).map(BlobKey::new);
    }

    /** Returns its content, if it can be read now. */
    public Optional<StoredFile> stored() {
        return isReceived()
                ? Optional.of(new StoredFile(fileName, mimeType, new StoredBlob(new BlobKey(blobKey), size, sha256)))
                : Optional.empty();
    }

    public UUID id() {
        return id;
    }

    /** Returns the SHA-256 in base64; null until it is received. */
    public String sha256() {
        return sha256;
    }

    public AttachmentStatus status() {
        return status;
    }

    public String fileName() {
        return fileName;
    }

    public String type() {
        return type;
    }

    public long size() {
        return size;
    }

    public String mimeType() {
        return mimeType;
    }

    boolean isFor(Case theCase) {
        return links.stream().anyMatch(link -> link.isOf(theCase));
    }

    /** Returns when its bytes came, if that was after its folder had been completed; else null. */
    public Instant lateAt() {
        boolean late = event == null && receivedAt != null && folder.isCompletedBefore(receivedAt);
        return late ? receivedAt : null;
    }

    /** Returns the open cases that were transmitted before it came; empty for a file of an event. */
    List<Case> lateFor() {
        return event != null || !folder.isComplete()
                ? List.of()
                : recipients().stream().filter(Case::isOpen).toList();
    }

    /** The cases that receive it; for a folder's file. */
    public List<Case> recipients() {
        return links.stream().map(CaseAttachment::theCase).toList();
    }
}
