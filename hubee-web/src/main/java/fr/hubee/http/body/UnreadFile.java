package fr.hubee.http.body;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.xnio.IoUtils;

/** The long file of the current request, which the gate has left unread, for whoever knows its sender. */
public final class UnreadFile {
    private UnreadFile() {}

    private static HttpServerExchange exchange() {
        return ServletRequestContext.requireCurrent().getExchange();
    }

    private static Optional<ArrivingFile> current() {
        return Optional.ofNullable(exchange().getAttachment(ArrivingFile.OF_REQUEST));
    }

    /** Whether there is one, and no place for it yet. */
    public static boolean isOutside() {
        return current().isPresent() && exchange().getAttachment(BodyGate.HAS_A_PLACE) == null;
    }

    /**
     * There is a place for it.
     *
     * @param over is run when all is read and answered
     */
    public static void letIn(Runnable over) {
        exchange().putAttachment(BodyGate.HAS_A_PLACE, true);
        whenOver(over);
    }

    private static void whenOver(Runnable over) {
        exchange().addExchangeCompleteListener((ended, following) -> {
            over.run();
            following.proceed();
        });
    }

    /** There is none now. */
    public static void sendAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BodyRefusal.BUSY.answer(request.getServletPath() + "/", response);
    }

    /** Its sender had its time. */
    public static void tellTooSlow(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        BodyRefusal.TOO_SLOW.answer(request.getServletPath(), response);
    }

    /** Its bytes, for a reader that can leave and come back: where the next are not there yet, reading times out. */
    public static Optional<InputStream> bytes() {
        return current().map(InputStream.class::cast);
    }

    /** What is made once, however often the request comes in. */
    public static <T> T once(AttachmentKey<T> key, Supplier<T> made) {
        var known = exchange().getAttachment(key);
        if (known != null) {
            return known;
        }
        var fresh = made.get();
        if (current().isPresent()) {
            exchange().putAttachment(key, fresh);
        }
        return fresh;
    }

    /**
     * This request is not answered now: it comes in again.
     *
     * @param isOver takes what has come, and says whether that is all
     * @param leftovers are closed when the request is over, however it ends
     */
    public static void comeAgain(BooleanSupplier isOver, Closeable leftovers) {
        current().orElseThrow().leave(isOver);
        whenOver(() -> IoUtils.safeClose(leftovers));
    }
}
