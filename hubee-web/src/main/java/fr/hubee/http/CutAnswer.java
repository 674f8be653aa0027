package fr.hubee.http;

import fr.hubee.kernel.shared.FailureText;
import io.undertow.servlet.handlers.ServletRequestContext;
import java.lang.System.Logger.Level;
import org.xnio.IoUtils;

/** Ends an answer that was partly sent, and whose rest cannot be read. */
public final class CutAnswer {
    private static final System.Logger LOG = System.getLogger(CutAnswer.class.getName());

    private CutAnswer() {}

    /** Closes the connection of the current request, or its stream with HTTP/2: an incomplete answer must not look complete. */
    public static void because(Throwable failure) {
        LOG.log(Level.WARNING, "An answer was cut: the rest of it cannot be had: {0}", FailureText.of(failure));
        now();
    }

    /** Closes it without a line of the log. */
    public static void now() {
        IoUtils.safeClose(ServletRequestContext.requireCurrent().getExchange().getConnection());
    }
}
