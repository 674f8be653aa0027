package fr.hubee.files.storage;

import fr.hubee.files.scan.Antivirus;
import fr.hubee.files.scan.ScanTime;
import fr.hubee.files.scan.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** Scans stored files that could not be scanned on arrival. */
@ApplicationScoped
public class StoredScan {
    private static final System.Logger LOG = System.getLogger(StoredScan.class.getName());

    @Inject
    Antivirus antivirus;

    @Inject
    BlobReader bytes;

    /** Unknown when the scanner or the store does not answer. */
    public Verdict scan(StoredBlob blob, ScanTime time) {
        try (var scan = antivirus.begin(time)) {
            bytes.copy(blob, scan);
            return scan.verdict();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "A file could not be read for the antivirus: {0}", failure.toString());
            return Verdict.UNKNOWN;
        }
    }
}
