package fr.hubee.desk.bundle;

import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.files.storage.BlobReader;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Streams the files of cases into one ZIP, with a folder per case: the ZIP is never whole in memory or on disk. */
@ApplicationScoped
public class CaseZip {
    /** Already compressed: compressing them again saves no space and costs four fifths of the processor time. */
    private static final Set<String> PACKED =
            Set.of("application/pdf", "application/zip", "application/gzip", "image/jpeg", "image/png");

    @Inject
    BlobReader bytes;

    @Inject
    Clock clock;

    interface Meter {
        void read(int bytes) throws IOException;
    }

    /** The file name: from the case number, or the date when there are several cases. */
    public String name(List<CaseBundle> cases) {
        return cases.size() == 1
                ? cases.get(0).externalId() + ".zip"
                : Words.text("desk.bundle.several", LocalDate.ofInstant(clock.instant(), Paris.ZONE));
    }

    /** Does not close the target: a partial ZIP must not look complete. */
    public void write(List<CaseBundle> cases, OutputStream target) throws IOException {
        write(cases, target, bytes -> {});
    }

    void write(List<CaseBundle> cases, OutputStream target, Meter meter) throws IOException {
        var names = new ZipNames();
        var zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        var metered = new Metered(zip, meter);
        for (var each : cases) {
            var folder = names.folder(each.externalId());
            for (var file : each.files()) {
                zip.setLevel(PACKED.contains(file.mimeType()) ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
                zip.putNextEntry(new ZipEntry(names.file(folder, file.fileName())));
                bytes.copy(file.blob(), metered);
                zip.closeEntry();
            }
        }
        zip.finish();
        target.flush();
    }

    private static final class Metered extends FilterOutputStream {
        private final Meter meter;

        Metered(OutputStream target, Meter meter) {
            super(target);
            this.meter = meter;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            meter.read(length);
        }
    }

    /**
     * Safe names within an archive, from untrusted input: unique regardless of case, without path traversal, and valid on
     * every operating system.
     */
    static final class ZipNames {
        private static final int LONGEST = 120;

        private static final Set<String> RESERVED = Set.of(
                "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
                "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

        private final Set<String> taken = new HashSet<>();

        String folder(String wanted) {
            return unique("", harmless(wanted, Words.text("desk.bundle.folder")), "");
        }

        String file(String folder, String wanted) {
            var name = harmless(wanted, Words.text("desk.bundle.file"));
            int dot = name.lastIndexOf('.');
            return dot <= 0
                    ? unique(folder + "/", name, "")
                    : unique(folder + "/", name.substring(0, dot), name.substring(dot));
        }

        private String unique(String before, String stem, String ending) {
            var name = before + stem + ending;
            for (int copy = 2; !taken.add(name.toLowerCase(Locale.ROOT)); copy++) {
                name = before + stem + " (" + copy + ")" + ending;
            }
            return name;
        }

        /** Returns a safe name; the fallback name if there is no printable character. */
        private static String harmless(String wanted, String otherwise) {
            var text = new StringBuilder();
            Normalizer.normalize(wanted == null ? "" : wanted, Normalizer.Form.NFC)
                    .codePoints()
                    .forEach(point -> text.appendCodePoint(isHarmless(point) ? point : '_'));
            var name = text.toString().replaceFirst("^[. ]+", "").replaceFirst("[. ]+$", "");
            if (name.codePointCount(0, name.length()) > LONGEST) {
                name = shortened(name);
            }
            if (name.replace("_", "").isBlank()) {
                return otherwise;
            }
            int dot = name.indexOf('.');
            var stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
            return RESERVED.contains(stem) ? "_" + name : name;
        }

        private static boolean isHarmless(int point) {
            int kind = Character.getType(point);
            return kind != Character.CONTROL
                    && kind != Character.FORMAT
                    && kind != Character.SURROGATE
                    && kind != Character.LINE_SEPARATOR
                    && kind != Character.PARAGRAPH_SEPARATOR
                    && "/\\:*?\"<>|".indexOf(point) < 0;
        }

        /** Keeps the extension: a computer chooses the program by it. */
        private static String shortened(String name) {
            int dot = name.lastIndexOf('.');
            var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
            var stem = name.substring(0, name.length() - ending.length());
            int keep = stem.offsetByCodePoints(
                    0, Math.min(LONGEST - ending.length(), stem.codePointCount(0, stem.length())));
            return stem.substring(0, keep) + ending;
        }
    }
}
