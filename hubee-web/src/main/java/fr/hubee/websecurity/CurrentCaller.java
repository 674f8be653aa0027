package fr.hubee.websecurity;

import fr.hubee.clients.token.RateLimit;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.ColumnText;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The caller of this request, its rate limit and its software, stored in the request: finding a request-scoped bean costs more each time. */
@ApplicationScoped
public class CurrentCaller {
    private static final AttachmentKey<Caller> CALLER = AttachmentKey.create(Caller.class);
    private static final AttachmentKey<RateLimit> LIMIT = AttachmentKey.create(RateLimit.class);

    /** Longest part of the description of software that is kept. */
    private static final int MOST = 50;

    void set(Caller known) {
        ServletRequestContext.requireCurrent().getExchange().putAttachment(CALLER, known);
    }

    /** Makes a request that is dispatched again authenticate again. */
    public static void forget(HttpServerExchange exchange) {
        exchange.removeAttachment(CALLER);
    }

    void limitTo(RateLimit known) {
        ServletRequestContext.requireCurrent().getExchange().putAttachment(LIMIT, known);
    }

    /** Returns the rate limit that software has exceeded, or used half of; empty for all others. */
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

    /**
     * Returns the calling software, from its optional headers (specification §4.1); null without these headers. A name that is too long is
     * truncated: it must not stop an exchange.
     */
    public PartnerInfo software() {
        var headers = ServletRequestContext.requireCurrent().getExchange().getRequestHeaders();
        var editor = text(headers.getFirst("editorName"));
        var application = text(headers.getFirst("applicationName"));
        var version = text(headers.getFirst("softwareVersion"));
        boolean silent = editor == null && application == null && version == null;
        return silent ? null : new PartnerInfo(editor, application, version);
    }

    private static String text(String header) {
        return header == null || header.isBlank() ? null : ColumnText.fit(header, MOST);
    }
}
