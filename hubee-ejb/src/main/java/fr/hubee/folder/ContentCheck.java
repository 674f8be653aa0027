package fr.hubee.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Whether bytes are of the media type that was announced, as far as their beginning tells (specification §4.4, RC003).
 *
 * <p>It refuses what is surely wrong and lets pass what cannot be told: an XML without a prolog is plain text, an
 * office document is a ZIP.
 */
final class ContentCheck {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /** Types whose first bytes are never missing. */
    private static final Set<MediaType> UNMISTAKABLE = Set.of(
            MediaType.application("pdf"),
            MediaType.application("zip"),
            MediaType.image("png"),
            MediaType.image("jpeg"),
            MediaType.image("gif"),
            MediaType.image("tiff"));

    private ContentCheck() {}

    static boolean agrees(String declaredType, byte[] head) {
        var parsed = MediaType.parse(declaredType);
        if (parsed == null) {
            return true;
        }
        var registry = TYPES.getMediaTypeRegistry();
        var declared = registry.normalize(parsed.getBaseType());
        var found = detect(head);
        if (declared.equals(found) || registry.isInstanceOf(found, declared)) {
            return true;
        }
        return !UNMISTAKABLE.contains(declared) && registry.isInstanceOf(declared, found);
    }

    private static MediaType detect(byte[] head) {
        try {
            return TYPES.detect(new ByteArrayInputStream(head), new Metadata());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // bytes in memory
        }
    }
}
