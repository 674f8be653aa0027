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
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.xnio.IoUtils;

/** Shows the test bench the calls of software that runs a scenario, and answers some in place of the hub. */
@Priority(Priorities.AUTHENTICATION + 1) // once the call is in the log
@Provider
public class BenchFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final AttachmentKey<Watched> WATCHED = AttachmentKey.create(Watched.class);

    @Inject
    BenchWatch bench;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    Clock clock;

    @Context
    ResourceInfo operation;

    /** A request of a software that is tried. */
    private static final class Watched {
        private final UUID run;
        private final String path;
        private SpoiledAnswer spoiled;
        private String message;

        Watched(UUID run, String path) {
            this.run = run;
            this.path = path;
        }
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var watched = watch(request);
        if (watched == null) {
            return;
        }
        watched.spoiled =
                bench.spoiled(watched.run, request.getMethod(), watched.path).orElse(null);
        if (watched.spoiled != null) {
            CallLog.answeredByBench();
            if (watched.spoiled.isCut()) {
                request.getEntityStream().skipNBytes(Math.max(0, request.getLength()) / 2);
                var exchange = ServletRequestContext.requireCurrent().getExchange();
                exchange.setStatusCode(503); // for the log: nobody gets it
                CallLog.refused(RefusalReason.BODY_CUT.name(), "The connection was cut", null);
                IoUtils.safeClose(exchange.getConnection());
            }
            request.abortWith(answer(watched.spoiled));
        }
    }

    /** Returns the call if it is a new one of software that is tried; null else. */
    private Watched watch(ContainerRequestContext request) {
        var run = currentCaller.isKnown() ? bench.runOf(currentCaller.get().name()) : null;
        if (run == null || request.getUriInfo().getBaseUri().getPath().startsWith("/bench/")) {
            return null;
        }
        var software = currentCaller.software();
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        if (BenchWatch.isOwn(software) || exchange.getAttachment(WATCHED) != null) {
            return null;
        }
        var begun = clock.instant();
        var method = request.getMethod();
        var query = exchange.getQueryString();
        var path = exchange.getRequestPath()
                + (exchange.getRequestPath().startsWith("/feed/") && !query.isEmpty() ? "?" + query : "");
        var subject = bench.begin(run, software, method, path);
        var watched = new Watched(run, path);
        exchange.putAttachment(WATCHED, watched);
        exchange.addExchangeCompleteListener((ended, others) -> {
            var spoiled = watched.spoiled;
            bench.note(new SeenCall(
                    run,
                    begun,
                    clock.instant(),
                    method,
                    path,
                    subject,
                    ended.getStatusCode(),
                    LeavingFile.sent(ended),
                    watched.message,
                    spoiled != null,
                    spoiled == null ? 0 : spoiled.retryAfter()));
            others.proceed();
        });
        return watched;
    }

    private static Response answer(SpoiledAnswer spoiled) {
        if (spoiled.status() == 401) {
            return CallerRequired.unauthorized();
        }
        int status = spoiled.isCut() ? 503 : spoiled.status();
        var answer = ErrorJson.of(status, reason(status), spoiled.message());
        if (spoiled.retryAfter() > 0) {
            answer.getHeaders().putSingle("Retry-After", spoiled.retryAfter());
        }
        return answer;
    }

    /** Returns the reason that the hub itself would have. */
    private static RefusalReason reason(int status) {
        return switch (status) {
            case 400 -> RefusalReason.RULE;
            case 404 -> RefusalReason.NOT_FOUND;
            case 410 -> RefusalReason.PLACE_LOST;
            case 429 -> RefusalReason.TOO_MANY_CALLS;
            case 503 -> RefusalReason.AWAY;
            default -> RefusalReason.FAILURE;
        };
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (operation.getResourceMethod() == null) { // what does not exist is seen here only
            watch(request);
        }
        var watched = ServletRequestContext.requireCurrent().getExchange().getAttachment(WATCHED);
        if (watched != null && response.getEntity() instanceof ErrorJson error) {
            watched.message = error.logged();
        }
    }
}
