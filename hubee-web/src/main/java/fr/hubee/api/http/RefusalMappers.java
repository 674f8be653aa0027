package fr.hubee.api.http;

import fr.hubee.http.body.RefusedBody;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.Damaged;
import fr.hubee.kernel.shared.Gone;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.RefusalDetail;
import fr.hubee.kernel.shared.RefusalText;
import fr.hubee.kernel.shared.StaleSecondFactor;
import fr.hubee.kernel.shared.TooManyRequests;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.RefusalTrace;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** The answers to refusals: of the domain, of a role, of a parameter or body, and of JAX-RS itself. */
public final class RefusalMappers {

    private RefusalMappers() {}

    /** Refusals of the domain. */
    @Provider
    public static class HubeeExceptionMapper implements ExceptionMapper<HubeeException> {
        @Inject
        RefusalTrace trace;

        @Context
        UriInfo uri;

        @Override
        public Response toResponse(HubeeException refusal) {
            trace.of(refusal, uri.getRequestUri().getPath());
            var answer = answer(refusal);
            if (refusal instanceof TooManyRequests later) {
                answer.getHeaders().putSingle("Retry-After", later.retryAfter().toSeconds());
            }
            return answer;
        }

        private static Response answer(HubeeException refusal) {
            if (refusal instanceof Conflict) {
                return answer(400, RefusalReason.CHANGED_MEANWHILE, refusal);
            }
            if (refusal instanceof InvalidRequest invalid) {
                return answer(400, RefusalReason.RULE, refusal, invalid.texts());
            }
            if (refusal instanceof NotAllowed || refusal instanceof StaleSecondFactor) {
                return answer(403, RefusalReason.RIGHT_MISSING, refusal);
            }
            if (refusal instanceof NotFound) {
                return answer(404, RefusalReason.NOT_FOUND, refusal);
            }
            if (refusal instanceof Gone) {
                return answer(410, RefusalReason.PLACE_LOST, refusal);
            }
            if (refusal instanceof TooManyRequests) {
                return answer(429, RefusalReason.TOO_MANY_CALLS, refusal);
            }
            return refusal instanceof Damaged
                    ? answer(500, RefusalReason.FILE_DAMAGED, refusal)
                    : answer(422, RefusalReason.RULE, refusal);
        }

        private static Response answer(int status, RefusalReason reason, HubeeException refusal) {
            return answer(status, reason, refusal, List.of(RefusalText.of(refusal.getMessage())));
        }

        private static Response answer(
                int status, RefusalReason reason, HubeeException refusal, List<RefusalText> messages) {
            return ErrorJson.of(status, reason.in(refusal), refusal.detail().orElse(null), messages);
        }
    }

    /** The scope of the token does not allow the operation. */
    @Provider
    public static class EjbAccessMapper implements ExceptionMapper<EJBAccessException> {
        @Inject
        CurrentCaller currentCaller;

        @Override
        public Response toResponse(EJBAccessException refusal) {
            var caller = currentCaller.get();
            return ErrorJson.of(
                    403,
                    RefusalReason.RIGHT_MISSING.name(),
                    RefusalDetail.of("SCOPE", caller.name(), String.join(", ", caller.roles())),
                    List.of(RefusalText.of(new NotAllowed().getMessage())));
        }
    }

    /** A body that was not read to its end: the connection cannot be reused. */
    @Provider
    public static class RefusedBodyMapper implements ExceptionMapper<RefusedBody> {

        @Override
        public Response toResponse(RefusedBody refused) {
            var answer = ErrorJson.of(refused.status(), RefusalReason.valueOf(refused.reason()), refused.getMessage());
            answer.getHeaders().putSingle("Connection", "close");
            return answer;
        }
    }

    /** An invalid path or query parameter. */
    @Provider
    public static class RefusedParameterMapper implements ExceptionMapper<RefusedParameter> {
        @Context
        Request request;

        @Context
        UriInfo uri;

        @Override
        public Response toResponse(RefusedParameter refused) {
            var path = uri.getRequestUri().getPath();
            var findings = List.of(refused.finding());
            return ErrorJson.of(
                    400,
                    RefusalReason.PARAMETER_INVALID,
                    ValidationText.invalid(request.getMethod(), path, refused.where(), findings));
        }
    }

    /** Errors of JAX-RS itself: an unknown path, method or media type. */
    @Provider
    public static class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {

        @Override
        public Response toResponse(WebApplicationException refusal) {
            var answer = refusal.getResponse();
            if (answer.hasEntity() || answer.getStatus() < 400) {
                return answer;
            }
            int status = answer.getStatus();
            return ErrorJson.of(
                    status,
                    status == 406 || status == 415 ? RefusalReason.MEDIA_TYPE_UNKNOWN : RefusalReason.OPERATION_UNKNOWN,
                    text(status));
        }

        private static String text(int status) {
            return switch (status) {
                case 400 -> "Bad request";
                case 404 -> "Not found";
                case 405 -> "Method not allowed";
                case 406 -> "Not acceptable";
                case 415 -> "Unsupported media type";
                default ->
                    Response.Status.fromStatusCode(status) == null
                            ? "Error"
                            : Response.Status.fromStatusCode(status).getReasonPhrase();
            };
        }
    }
}
