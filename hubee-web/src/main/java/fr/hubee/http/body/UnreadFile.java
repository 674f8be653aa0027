package fr.hubee.http.body;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A file that the gate has left unread, for whoever knows its sender. */
public final class UnreadFile {
    private UnreadFile() {}

    public static boolean isIn(HttpServletRequest request) {
        return request.getAttribute(BodyGate.UNREAD) != null;
    }

    /**
     * There is a place for the file of this request.
     *
     * @param over is run when all is read and answered
     */
    public static void letIn(Runnable over) {
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        exchange.putAttachment(BodyGate.HAS_A_PLACE, true);
        exchange.addExchangeCompleteListener((ended, following) -> {
            over.run();
            following.proceed();
        });
    }

    /** There is none now. */
    public static void sendAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BodyRefusal.BUSY.answer(request.getServletPath() + "/", response);
    }
}
