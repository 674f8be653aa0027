package fr.hubee.antivirus;

import fr.hubee.shared.Outage;
import fr.hubee.shared.OutageLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;

/** Opens a scan for each file, several at the same time, never more than the scanner takes. */
@ApplicationScoped
public class Antivirus {
    /** For a place, and for a connection. */
    private static final Duration TO_BEGIN = Duration.ofSeconds(2);

    /** From the last byte to the verdict. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

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

    /** Never fails: without a scanner, or a place, the verdict is unknown. */
    public Scan begin() {
        if (settings.isOff()) {
            return Scan.of(Verdict.OFF);
        }
        if (!places.take(TO_BEGIN)) {
            return Scan.of(Verdict.UNKNOWN);
        }
        try {
            var connection = ClamdConnection.to(settings.scanner().orElseThrow(), TO_BEGIN);
            return new Scan(connection, TO_ANSWER, this::met, places);
        } catch (IOException | RuntimeException failure) {
            places.release();
            met(failure);
            return Scan.of(Verdict.UNKNOWN);
        }
    }

    private void met(Exception failure) {
        outages.met(Outage.ANTIVIRUS, failure);
    }
}
