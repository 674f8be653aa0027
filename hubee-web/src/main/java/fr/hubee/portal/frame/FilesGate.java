package fr.hubee.portal.frame;

import fr.hubee.files.storage.DamagedBlob;
import fr.hubee.http.ContentPolicy;
import fr.hubee.http.CutAnswer;
import fr.hubee.http.OutageAnswer;
import fr.hubee.http.RequestTrace;
import fr.hubee.http.RunningRequests;
import fr.hubee.http.body.BodyGate;
import fr.hubee.http.body.RefusedBody;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.Damaged;
import fr.hubee.portal.page.ActingLink;
import fr.hubee.portal.page.Refusal;
import fr.hubee.websecurity.RefusalTrace;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The gate of {@code /fichiers}, behind {@link PortalGate} (session) and {@link OwnPagesOnly} (forms): names the operation, refuses acting
 * links of other sites, and answers failures with the portal's error page, or in a frame with a sentence.
 */
@Provider
public class FilesGate implements ContainerRequestFilter, ExceptionMapper<Throwable> {
    @Inject
    PublicAddress publicAddress;

    @Inject
    RefusalTrace trace;

    @Inject
    OutageLog outages;

    @Context
    ResourceInfo operation;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        var method = operation.getResourceMethod();
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        RunningRequests.name(exchange, method.getDeclaringClass().getSimpleName() + "." + method.getName());
        RequestTrace.name(exchange, method);
        if (method.isAnnotationPresent(ActingLink.class) && !OwnPagesOnly.isFromOwnPage(request, publicAddress)) {
            OwnPagesOnly.refuse(request, response);
            context.abortWith(answered());
        }
    }

    @Override
    public Response toResponse(Throwable failure) {
        try {
            if (response.isCommitted()) {
                cut(failure);
            } else {
                answer(failure);
            }
            return answered();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Cuts a file that was partly sent; that a reader left is not worth a line of the log. */
    private static void cut(Throwable failure) {
        if (failure instanceof IOException && !(failure instanceof DamagedBlob)) {
            CutAnswer.now();
        } else {
            CutAnswer.because(failure);
        }
    }

    private void answer(Throwable failure) throws IOException {
        var outage = outages.metByRequest(failure);
        if (outage.isPresent()) {
            if (isFramed()) {
                sayInFrame(outage.get().status(), "Réessayez dans quelques minutes.");
            } else {
                OutageAnswer.send(outage.get(), request, response);
            }
            return;
        }
        response.reset(); // it may have been set for a file
        if (RefusedBody.isTooSlow(failure)) {
            BodyGate.tellTooSlow(request, response);
            return;
        }
        if (failure instanceof RefusedBody refused) {
            response.sendError(refused.status());
            return;
        }
        if (failure instanceof WebApplicationException refused) {
            response.sendError(refused.getResponse().getStatus());
            return;
        }
        trace.of(failure, request.getRequestURI());
        var refusal = Refusal.of(failure instanceof DamagedBlob ? new Damaged() : failure);
        if (refusal.isPresent() && isFramed()) {
            sayInFrame(
                    refusal.get().status(),
                    refusal.get().text() + " Rechargez la page : elle dit où en est cette pièce.");
        } else if (refusal.isPresent()) {
            refusal.get().answer(request, response);
        } else {
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, failure);
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private boolean isFramed() {
        var method = operation.getResourceMethod(); // null where no method has this address
        var link = method == null ? null : method.getAnnotation(ActingLink.class);
        return link != null && link.framed();
    }

    /** Says in the place of a file why it is not shown. */
    private void sayInFrame(int status, String reason) throws IOException {
        response.reset();
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Content-Security-Policy", ContentPolicy.FRAMED);
        response.getWriter().write("Cette pièce ne peut pas être montrée ici. " + reason);
        response.flushBuffer();
    }

    /** Returns nothing more than what was sent. */
    private Response answered() {
        return Response.status(response.getStatus()).build();
    }
}
