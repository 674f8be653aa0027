package fr.hubee.websecurity;

import fr.hubee.clients.token.RateLimit;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The rate limit of the caller of this request, stored in the request like {@link CurrentCaller}. */
@ApplicationScoped
public class CallerPace {
    private static final AttachmentKey<RateLimit> LIMIT = AttachmentKey.create(RateLimit.class);

    void set(RateLimit known) {
        ServletRequestContext.requireCurrent().getExchange().putAttachment(LIMIT, known);
    }

    /** Returns the limit; empty for people and for anonymous callers. */
    public Optional<RateLimit> limit() {
        return Optional.ofNullable(
                ServletRequestContext.requireCurrent().getExchange().getAttachment(LIMIT));
    }
}
