package fr.hubee.desk.bundle;

import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.files.storage.BlobReader;
import fr.hubee.kernel.shared.Paris;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

    /** Receives the number of bytes read. */
    interface Meter {
        void read(int bytes) throws IOException;
    }

    /** The file name: from the case number, or the date when there are several cases. */
    public String name(List<CaseBundle> cases) {
        return cases.size() == 1
                ? cases.get(0).externalId() + ".zip"
                : "teledossiers-" + LocalDate.ofInstant(clock.instant(), Paris.ZONE) + ".zip";
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

    /** Passes the bytes on and counts them. */
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
