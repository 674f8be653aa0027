package fr.hubee.http.body;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import java.io.Closeable;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.xnio.IoUtils;

/** The long file of the current request, which the gate left unread, for its reader. */
public final class UnreadFile {
    private UnreadFile() {}

    private static HttpServerExchange exchange() {
        return ServletRequestContext.requireCurrent().getExchange();
    }

    private static Optional<ArrivingFile> current() {
        return Optional.ofNullable(exchange().getAttachment(ArrivingFile.OF_REQUEST));
    }

    /**
     * Returns its bytes, for a reader that can be dispatched again: reading times out when no byte is available.
     *
     * @param read those of a body that was read before
     */
    public static InputStream bytes(InputStream read) {
        return current().<InputStream>map(FromSender::new).orElse(read);
    }

    /** Returns what ends its reading, from any thread; nothing for a body that was read before. */
    public static Runnable end() {
        return current().<Runnable>map(file -> file::stop).orElse(() -> {});
    }

    /** Creates a value once per request, however often it is dispatched. */
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
     * Postpones this request: it is dispatched again later.
     *
     * @param isOver reads what has arrived, and returns whether the file is complete
     * @param leftovers closed when the request ends, however it ends
     */
    public static void dispatchAgain(BooleanSupplier isOver, Closeable leftovers) {
        current().orElseThrow().leave(isOver);
        exchange().addExchangeCompleteListener((ended, following) -> {
            try {
                // not on the I/O thread: it may take a while
                ended.getConnection().getWorker().execute(() -> IoUtils.safeClose(leftovers));
            } finally {
                following.proceed();
            }
        });
    }
}
