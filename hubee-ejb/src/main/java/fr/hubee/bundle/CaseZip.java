package fr.hubee.bundle;

import fr.hubee.casework.CaseBundle;
import fr.hubee.storage.BlobReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the files of cases as one ZIP, with a folder for each case, as it reads them: neither memory nor disk holds it. */
@ApplicationScoped
public class CaseZip {
    /** They are no smaller afterwards: to try costs four fifths of the processor's time. */
    private static final Set<String> PACKED =
            Set.of("application/pdf", "application/zip", "application/gzip", "image/jpeg", "image/png");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Inject
    BlobReader bytes;

    @Inject
    Clock clock;

    /** Hears of all that is read. */
    interface Meter {
        void read(int bytes) throws IOException;
    }

    /** What it is called: after the case, or after the day when there are several. */
    public String name(List<CaseBundle> cases) {
        return cases.size() == 1
                ? cases.get(0).externalId() + ".zip"
                : "teledossiers-" + LocalDate.ofInstant(clock.instant(), PARIS) + ".zip";
    }

    /** Does not close the target: half a ZIP must not look like a whole one. */
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

    /** Passes the bytes on and tells how many. */
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
}
