package fr.hubee.files.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * Checks, from the first bytes, that a content matches its declared media type (specification §4.4, RC003).
 *
 * <p>It rejects certain mismatches only and accepts ambiguous content: XML without a prolog looks like plain text, a
 * CSV may begin like a letter, an office document is a ZIP, and an unknown type may be anything.
 */
public final class ContentCheck {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final MediaTypeRegistry REGISTRY = TYPES.getMediaTypeRegistry();
    private static final Set<MediaType> KNOWN = Set.copyOf(REGISTRY.getTypes());

    /** Types that always have a signature in their first bytes. */
    private static final Set<MediaType> UNMISTAKABLE = Set.of(
            MediaType.application("pdf"),
            MediaType.application("zip"),
            MediaType.image("png"),
            MediaType.image("jpeg"),
            MediaType.image("gif"),
            MediaType.image("tiff"));

    private ContentCheck() {}

    public static boolean agrees(String declaredType, byte[] head) {
        var parsed = MediaType.parse(declaredType);
        var declared = parsed == null ? null : REGISTRY.normalize(parsed.getBaseType());
        if (declared == null || !KNOWN.contains(declared)) {
            return true;
        }
        if (isEvident(declared, head)) {
            return true;
        }
        var found = detect(head);
        if (is(found, declared) || (is(found, MediaType.TEXT_PLAIN) && is(declared, MediaType.TEXT_PLAIN))) {
            return true;
        }
        return !UNMISTAKABLE.contains(declared) && is(declared, found);
    }

    /** A fast check for the most common types; the detector would try its whole registry. */
    private static boolean isEvident(MediaType declared, byte[] head) {
        return (declared.equals(MediaType.application("pdf")) && startsWith(head, "%PDF-"))
                || (declared.equals(MediaType.APPLICATION_XML) && startsWith(head, "<"));
    }

    private static boolean startsWith(byte[] head, String text) {
        var start = text.getBytes(StandardCharsets.US_ASCII);
        return head.length >= start.length && Arrays.equals(head, 0, start.length, start, 0, start.length);
    }

    private static boolean is(MediaType type, MediaType wider) {
        return type.equals(wider) || REGISTRY.isInstanceOf(type, wider);
    }

    private static MediaType detect(byte[] head) {
        try {
            return TYPES.detect(new ByteArrayInputStream(head), new Metadata());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // reads from memory
        }
    }
}
