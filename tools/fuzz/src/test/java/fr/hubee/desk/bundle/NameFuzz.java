package fr.hubee.desk.bundle;

import fr.hubee.desk.bundle.CaseZip.ZipNames;
import fr.hubee.files.scan.ContentCheck;
import fr.hubee.files.scan.FileFormat;
import fr.hubee.http.ContentDisposition;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The name of a file, in an archive and in a header, and its first bytes: no name leads out of its folder, none is there twice. */
public final class NameFuzz {
    private NameFuzz() {}

    public static void read(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        var names = new ZipNames();
        var folder = names.folder(text);
        Set<String> taken = new HashSet<>();
        for (var wanted : text.split("\n", 20)) {
            for (var name : List.of(names.file(folder, wanted), names.file(folder, wanted.toUpperCase(Locale.ROOT)))) {
                var parts = name.split("/", -1);
                if (parts.length != 2
                        || parts[0].matches("\\.*")
                        || parts[1].matches("\\.*")
                        || !taken.add(name.toLowerCase(Locale.ROOT))) {
                    throw new AssertionError(name);
                }
            }
        }
        var header = ContentDisposition.attachment(text) + ContentDisposition.inline(text);
        if (!header.chars().allMatch(each -> each >= ' ' && each < 0x7F)) {
            throw new AssertionError(header);
        }
        FileFormat.label(text);
        for (var type : List.of("application/pdf", "application/xml", "text/plain", "image/tiff", text)) {
            ContentCheck.agrees(type, input);
        }
    }
}
