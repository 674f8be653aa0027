package fr.hubee.portal.page;

import fr.hubee.http.body.RefusedBody;
import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.shared.FailureText;
import fr.hubee.kernel.shared.StaleSecondFactor;
import fr.hubee.websecurity.RefusalTrace;
import jakarta.el.ELException;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import org.primefaces.csp.CspException;

/** Creates the {@link PortalExceptions} of each request; registered in {@code faces-config.xml}. */
public class PortalExceptionsFactory extends ExceptionHandlerFactory {

    public PortalExceptionsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new PortalExceptions(getWrapped().getExceptionHandler());
    }

    /**
     * Handles failures of pages: a refused action is reported at the top of its page, which keeps all typed values; a page
     * that is refused or fails gives the error page.
     */
    static class PortalExceptions extends ExceptionHandlerWrapper {

        private static final System.Logger LOG = System.getLogger(PortalExceptions.class.getName());

        private static final Set<PhaseId> BEFORE_ACTING =
                Set.of(PhaseId.APPLY_REQUEST_VALUES, PhaseId.PROCESS_VALIDATIONS, PhaseId.UPDATE_MODEL_VALUES);

        PortalExceptions(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            var events = getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                var event = events.next().getContext();
                events.remove();
                answer(event.getContext(), event.getException());
            }
            getWrapped().handle();
        }

        private static void answer(FacesContext faces, Throwable failure) {
            if (faces.getResponseComplete()) {
                return;
            }
            if (Outage.of(failure).isPresent() || RefusedBody.isTooSlow(failure)) {
                throw new FacesException(failure); // no page can be rendered now, not even the error page
            }
            try {
                boolean forged = has(failure, CspException.class);
                if (!forged && isForm(faces) && isExpired(faces, failure)) {
                    openAgain(faces);
                    return;
                }
                if (forged || has(failure, ViewExpiredException.class) || isForged(faces, failure)) {
                    errorPage(faces, 400, null, null); // no form of ours sends this: not an internal error
                    return;
                }
                var refusal = Refusal.of(failure);
                trace(faces, failure);
                if (refusal.isPresent() && faces.isPostback() && isActing(faces)) {
                    tell(faces, failure, refusal.get());
                } else if (refusal.isPresent()) {
                    errorPage(faces, refusal.get().status(), refusal.get().text(), null);
                } else {
                    errorPage(faces, 500, null, failure);
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        /** Whether a field is missing or does not fit: nothing has been done yet. */
        private static boolean isForged(FacesContext faces, Throwable failure) {
            boolean forged = has(failure, PartialForm.class)
                    || (has(failure, ELException.class)
                            && BEFORE_ACTING.contains(faces.getCurrentPhaseId())
                            && Refusal.of(failure).isEmpty());
            if (forged) {
                LOG.log(
                        Level.INFO,
                        "A form was refused at {0}: {1}",
                        faces.getViewRoot().getViewId(),
                        FailureText.of(failure));
            }
            return forged;
        }

        private static void trace(FacesContext faces, Throwable failure) {
            var request = (HttpServletRequest) faces.getExternalContext().getRequest();
            faces.getApplication()
                    .evaluateExpressionGet(faces, "#{refusalTrace}", RefusalTrace.class)
                    .of(failure, request.getRequestURI());
        }

        /** Whether the view has expired, or the form belongs to another view. */
        private static boolean isExpired(FacesContext faces, Throwable failure) {
            return has(failure, ViewExpiredException.class) || faces.getCurrentPhaseId() == PhaseId.RESTORE_VIEW;
        }

        private static boolean isForm(FacesContext faces) {
            return "POST"
                    .equals(((HttpServletRequest) faces.getExternalContext().getRequest()).getMethod());
        }

        private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
            for (var cause = failure; cause != null; cause = cause.getCause()) {
                if (kind.isInstance(cause)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isActing(FacesContext faces) {
            return faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
        }

        private static void tell(FacesContext faces, Throwable failure, Refusal refusal) {
            PageMessages.refusal(refusal.text());
            if (has(failure, StaleSecondFactor.class)) {
                faces.getExternalContext().getRequestMap().put(StaleSecondFactor.class.getName(), true);
            }
            if (faces.getPartialViewContext().isAjaxRequest()) {
                faces.getPartialViewContext().getRenderIds().addAll(List.of("refusals", "done"));
            }
            faces.renderResponse();
        }

        /** Opens the page again after its view has expired; {@code kept.js} restores the typed values. */
        private static void openAgain(FacesContext faces) throws IOException {
            var external = faces.getExternalContext();
            PageMessages.refusal("Cette page était ouverte depuis trop longtemps : elle vient d’être rechargée."
                    + " Vérifiez ce qu’elle contient, puis recommencez.");
            external.redirect(WantedPath.of((HttpServletRequest) external.getRequest()));
        }

        private static void errorPage(FacesContext faces, int status, String text, Throwable failure)
                throws IOException {
            var external = faces.getExternalContext();
            if (external.isResponseCommitted()) {
                throw new FacesException("the page failed when a part of it had left", failure);
            }
            external.getRequestMap().put(ErrorPage.TEXT, text);
            external.getRequestMap().put(RequestDispatcher.ERROR_EXCEPTION, failure);
            external.responseReset();
            external.responseSendError(status, "");
            faces.responseComplete();
        }
    }
}
