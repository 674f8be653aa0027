package fr.hubee.portal.field;

import fr.hubee.files.storage.BlobReader;
import fr.hubee.files.storage.StoredBlob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The beginning of a file, as readable text.
 *
 * @param cut whether more follows
 */
public record FileText(String text, boolean cut) {
    /** Largest size in bytes; longer files can be downloaded. */
    private static final int LONGEST = 500_000;

    public static FileText of(BlobReader bytes, StoredBlob file) throws IOException {
        var read = new ByteArrayOutputStream();
        bytes.open(file, 0, Math.min(file.size(), LONGEST)).writeTo(read);
        var text = XmlText.of(read.toByteArray());
        return new FileText(text, file.size() > LONGEST || text.endsWith(XmlText.CUT));
    }
}
