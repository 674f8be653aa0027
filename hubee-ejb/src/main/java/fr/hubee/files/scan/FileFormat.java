package fr.hubee.files.scan;

import java.util.List;
import java.util.Locale;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** A media type as users know it: by file extensions. */
public final class FileFormat {

    private FileFormat() {}

    /** « PDF » for application/pdf; the media type itself when unknown. */
    public static String label(String mediaType) {
        return extensions(mediaType).stream()
                .findFirst()
                .map(extension -> extension.substring(1).toUpperCase(Locale.ROOT))
                .orElse(mediaType);
    }

    /** Returns the extensions with their dots, the usual one first; empty for an unknown type. */
    public static List<String> extensions(String mediaType) {
        try {
            return MimeTypes.getDefaultMimeTypes().forName(mediaType).getExtensions();
        } catch (MimeTypeException failure) {
            return List.of();
        }
    }
}
