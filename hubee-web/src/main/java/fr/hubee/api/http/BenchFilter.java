package fr.hubee.api.http;

import fr.hubee.clients.bench.BenchWatch;
import fr.hubee.clients.bench.SeenCall;
import fr.hubee.clients.bench.SpoiledAnswer;
import fr.hubee.http.delivery.LeavingFile;
import fr.hubee.websecurity.CurrentCaller;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.xnio.IoUtils;

/** Shows the test bench the calls of software that runs a scenario, and answers some in place of the hub. */
@PreMatching
@Priority(Priorities.AUTHENTICATION + 1) // once the caller is known
@Provider
public class BenchFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final AttachmentKey<Watched> WATCHED = AttachmentKey.create(Watched.class);

    @Inject
    BenchWatch bench;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    Clock clock;

    /** A request of a software that is tried. */
    private static final class Watched {
        private final Instant begun;
        private final UUID subject;
        private SpoiledAnswer spoiled;
        private String message;

        Watched(Instant begun, UUID subject) {
            this.begun = begun;
            this.subject = subject;
        }
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var run = currentCaller.isKnown() ? bench.runOf(currentCaller.get().name()) : null;
        if (run == null || request.getUriInfo().getBaseUri().getPath().startsWith("/bench/")) {
            return;
        }
        var software = currentCaller.software();
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        if (BenchWatch.isOwn(software) || exchange.getAttachment(WATCHED) != null) {
            return;
        }
        var method = request.getMethod();
        var query = exchange.getQueryString();
        var path = exchange.getRequestPath()
                + (exchange.getRequestPath().startsWith("/feed/") && !query.isEmpty() ? "?" + query : "");
        var watched = new Watched(clock.instant(), bench.begin(run, software, method, path));
        exchange.putAttachment(WATCHED, watched);
        exchange.addExchangeCompleteListener((ended, others) -> {
            var spoiled = watched.spoiled;
            bench.note(new SeenCall(
                    run,
                    watched.begun,
                    clock.instant(),
                    method,
                    path,
                    watched.subject,
                    ended.getStatusCode(),
                    LeavingFile.sent(ended),
                    watched.message,
                    spoiled != null,
                    spoiled == null ? 0 : spoiled.retryAfter()));
            others.proceed();
        });
        watched.spoiled = bench.spoiled(run, method, path).orElse(null);
        if (watched.spoiled != null) {
            if (watched.spoiled.isCut()) {
                request.getEntityStream().skipNBytes(Math.max(0, request.getLength()) / 2);
                IoUtils.safeClose(exchange.getConnection());
            }
            request.abortWith(answer(watched.spoiled));
        }
    }

    private static Response answer(SpoiledAnswer spoiled) {
        if (spoiled.status() == 401) {
            return CallerRequired.unauthorized();
        }
        int status = spoiled.isCut() ? 503 : spoiled.status();
        var answer = ErrorJson.of(status, RefusalReason.FAILURE, spoiled.message());
        if (spoiled.retryAfter() > 0) {
            answer.getHeaders().putSingle("Retry-After", spoiled.retryAfter());
        }
        return answer;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var watched = ServletRequestContext.requireCurrent().getExchange().getAttachment(WATCHED);
        if (watched != null && response.getEntity() instanceof ErrorJson error) {
            watched.message = error.errors().get(0).message();
        }
    }
}
