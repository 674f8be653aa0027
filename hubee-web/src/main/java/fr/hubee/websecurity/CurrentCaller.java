package fr.hubee.websecurity;

import fr.hubee.clients.token.RateLimit;
import fr.hubee.kernel.security.Caller;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The caller of this request, and its rate limit, stored in the request: finding a request-scoped bean costs more each time. */
@ApplicationScoped
public class CurrentCaller {
    private static final AttachmentKey<Caller> CALLER = AttachmentKey.create(Caller.class);
    private static final AttachmentKey<RateLimit> LIMIT = AttachmentKey.create(RateLimit.class);

    void set(Caller known) {
        ServletRequestContext.requireCurrent().getExchange().putAttachment(CALLER, known);
    }

    void limitTo(RateLimit known) {
        ServletRequestContext.requireCurrent().getExchange().putAttachment(LIMIT, known);
    }

    /** Returns the rate limit; empty for people and for anonymous callers. */
    public Optional<RateLimit> limit() {
        return Optional.ofNullable(
                ServletRequestContext.requireCurrent().getExchange().getAttachment(LIMIT));
    }

    public boolean isKnown() {
        return ofThisRequest() != null;
    }

    /** @throws IllegalStateException when no caller is authenticated: an access check is missing */
    public Caller get() {
        var caller = ofThisRequest();
        if (caller == null) {
            throw new IllegalStateException("no caller is known");
        }
        return caller;
    }

    private static Caller ofThisRequest() {
        var request = ServletRequestContext.current();
        return request == null ? null : request.getExchange().getAttachment(CALLER);
    }
}
