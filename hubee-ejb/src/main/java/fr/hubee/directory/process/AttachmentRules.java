package fr.hubee.directory.process;

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
public record AttachmentRules(
        List<String> formats, List<String> siFormats, List<String> types, long maxSize, boolean encrypted) {

    AttachmentRules with(boolean encryptedToo) {
        return new AttachmentRules(formats, siFormats, types, maxSize, encryptedToo);
    }
}
