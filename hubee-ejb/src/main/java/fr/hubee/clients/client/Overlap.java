package fr.hubee.clients.client;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import java.time.Duration;
import java.time.Instant;

/** The time for which the former secret stays valid after a renewal, so that software can be changed over without interruption. */
public record Overlap(int days) {
    private static final int LONGEST = 30;

    public Overlap {
        if (days < 0 || days > LONGEST) {
            throw new InvalidRequest(Words.text("clients.credentials.overlap"));
        }
    }

    Instant endFrom(Instant now) {
        return now.plus(Duration.ofDays(days));
    }
}
