package fr.hubee.files.scan;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

    /** Returns « PDF, XML » for media types of which two are XML. */
    public static String labels(Collection<String> mediaTypes) {
        return mediaTypes.stream().map(FileFormat::label).distinct().collect(Collectors.joining(", "));
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
