package fr.hubee.websecurity;

import fr.hubee.ratelimit.RateLimit;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The rate limit of the caller of this request. */
@RequestScoped
public class CallerPace {
    private RateLimit limit;

    void set(RateLimit known) {
        limit = known;
    }

    /** Empty for people and for anonymous callers. */
    public Optional<RateLimit> limit() {
        return Optional.ofNullable(limit);
    }
}
