package fr.hubee.websecurity;

import fr.hubee.ratelimit.RateLimit;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Holds what the caller of this request is held to. */
@RequestScoped
public class CallerPace {
    private RateLimit limit;

    void set(RateLimit known) {
        limit = known;
    }

    /** Empty for people, and for those who are not known. */
    public Optional<RateLimit> limit() {
        return Optional.ofNullable(limit);
    }
}
