package fr.hubee.files.scan;

import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.database.OutageLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;

/** Opens a scan for each file, several at the same time, never more than the scanner takes. */
@ApplicationScoped
public class Antivirus {
    /** Time limit to get a place and a connection. */
    private static final Duration TO_BEGIN = Duration.ofSeconds(2);

    private AntivirusSettings settings;
    private OutageLog outages;
    private ScanPlaces places;

    Antivirus() {}

    @Inject
    public Antivirus(AntivirusSettings settings, OutageLog outages) {
        this.settings = settings;
        this.outages = outages;
        places = new ScanPlaces(settings.scans());
    }

    public boolean isOff() {
        return settings.isOff();
    }

    /** Begins a scan; never fails: without a scanner, a place, or time, the verdict is unknown. */
    public Scan begin(ScanTime time) {
        if (settings.isOff()) {
            return Scan.of(Verdict.OFF);
        }
        if (!isPlaceTaken(time)) {
            return Scan.of(Verdict.UNKNOWN);
        }
        try {
            var address = settings.scanner().orElseThrow();
            var connection = time.spend(TO_BEGIN, limit -> ClamdConnection.to(address, limit));
            return new Scan(connection, time, this::met, places);
        } catch (IOException | RuntimeException failure) {
            places.release();
            met(failure);
            return Scan.of(Verdict.UNKNOWN);
        }
    }

    private boolean isPlaceTaken(ScanTime time) {
        try {
            return time.spend(TO_BEGIN, places::take);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void met(Exception failure) {
        outages.met(Outage.ANTIVIRUS, failure);
    }
}
