package fr.hubee.websecurity;

import fr.hubee.kernel.security.Caller;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import jakarta.enterprise.context.ApplicationScoped;

/** The caller of this request, stored in the request: finding a request-scoped bean costs more each time. */
@ApplicationScoped
public class CurrentCaller {
    private static final AttachmentKey<Caller> CALLER = AttachmentKey.create(Caller.class);

    void set(Caller known) {
        ServletRequestContext.requireCurrent().getExchange().putAttachment(CALLER, known);
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
