package fr.hubee.api.http;

import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.Damaged;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.StaleSecondFactor;
import fr.hubee.kernel.shared.TooManyRequests;
import fr.hubee.websecurity.RefusalTrace;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Refusals of the domain. */
@Provider
public class HubeeExceptionMapper implements ExceptionMapper<HubeeException> {
    @Inject
    RefusalTrace trace;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(HubeeException refusal) {
        trace.of(refusal, uri.getRequestUri().getPath());
        int status = status(refusal);
        var answer = ErrorJson.of(status, status, reason(refusal).in(refusal), refusal.getMessage());
        if (refusal instanceof TooManyRequests later) {
            answer.getHeaders().putSingle("Retry-After", later.retryAfter().toSeconds());
        }
        return answer;
    }

    private static RefusalReason reason(HubeeException refusal) {
        if (refusal instanceof Conflict) {
            return RefusalReason.CHANGED_MEANWHILE;
        }
        if (refusal instanceof NotAllowed || refusal instanceof StaleSecondFactor) {
            return RefusalReason.RIGHT_MISSING;
        }
        if (refusal instanceof Damaged) {
            return RefusalReason.FILE_DAMAGED;
        }
        if (refusal instanceof TooManyRequests) {
            return RefusalReason.TOO_MANY_CALLS;
        }
        return refusal instanceof NotFound ? RefusalReason.NOT_FOUND : RefusalReason.RULE;
    }

    private static int status(HubeeException refusal) {
        if (refusal instanceof InvalidRequest || refusal instanceof Conflict) {
            return 400;
        }
        if (refusal instanceof NotAllowed || refusal instanceof StaleSecondFactor) {
            return 403;
        }
        if (refusal instanceof Damaged) {
            return 500;
        }
        if (refusal instanceof TooManyRequests) {
            return 429;
        }
        return refusal instanceof NotFound ? 404 : 422;
    }
}
