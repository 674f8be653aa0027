package fr.hubee.clients.client;

import fr.hubee.kernel.shared.InvalidRequest;
import java.time.Duration;
import java.time.Instant;

/** The time for which the former secret stays valid after a renewal, so that software can be changed over without interruption. */
public record Overlap(int days) {
    private static final int LONGEST = 30;

    public Overlap {
        if (days < 0 || days > LONGEST) {
            throw new InvalidRequest(
                    "L’ancienne clé secrète peut rester valable de 0 à 30 jours : indiquez un nombre dans ces limites.");
        }
    }

    Instant endFrom(Instant now) {
        return now.plus(Duration.ofDays(days));
    }
}
