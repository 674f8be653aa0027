package fr.hubee.http.body;

import fr.hubee.websecurity.CurrentCaller;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives a place to a file that the gate has left unread, when its sender is known; unknown ones are refused further in. */
@WebFilter(
        urlPatterns = {"/teledossiers/*", "/fichiers/depot"},
        servletNames = "portal",
        asyncSupported = true)
public class UploadDoor extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient UploadPlaces places;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(BodyGate.UNREAD) == null || !currentCaller.isKnown()) {
            chain.doFilter(request, response);
            return;
        }
        var caller = currentCaller.get().name();
        if (places.take(caller)) {
            var exchange = ServletRequestContext.requireCurrent().getExchange();
            exchange.putAttachment(BodyGate.HAS_A_PLACE, true);
            exchange.addExchangeCompleteListener((over, following) -> {
                places.leave(caller);
                following.proceed();
            });
            chain.doFilter(request, response);
        } else {
            BodyRefusal.BUSY.answer(request.getServletPath() + "/", response);
        }
    }
}
