package fr.hubee.directory.process;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * The rules for attachments in a démarche (specification §2.3).
 *
 * @param formats media types that the operator may send
 * @param siFormats media types that an instructing service may send; empty means that it may send no file
 * @param types functional types that the operator may use
 * @param maxSize maximum size of one file, in bytes
 * @param encrypted whether files with a password are accepted, which no antivirus can read; not in the API
 */
@Embeddable
public record AttachmentRules(
        @Column(name = "attachment_formats") List<String> formats,
        @Column(name = "si_attachment_formats") List<String> siFormats,
        @Column(name = "attachment_types") List<String> types,
        @Column(name = "attachment_max_size") long maxSize,
        @Column(name = "encrypted_files") boolean encrypted) {
    private static final long GIGABYTE = 1024L * 1024 * 1024;

    /** Returns how many bytes so many files may have together; a single one may have more than a gigabyte. */
    public long mostTogether(int files) {
        return Math.max(maxSize, Math.min(maxSize * files, GIGABYTE));
    }
}
