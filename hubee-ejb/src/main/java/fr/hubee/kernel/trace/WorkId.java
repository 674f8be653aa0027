package fr.hubee.kernel.trace;

import fr.hubee.kernel.shared.UuidV7;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The identifier of the work of this thread, a request or the run of a job: each line of its log contains it. */
public final class WorkId {
    /** The key that {@code 80-logging.cli} uses. */
    static final String KEY = "requestId";

    /** Allowed characters: it is written into headers, lines of the log and comments of SQL, and must end none of these. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private WorkId() {}

    public static String fresh() {
        return UuidV7.next().toString();
    }

    public static boolean isHarmless(String brought) {
        return HARMLESS.matcher(brought).matches();
    }

    /** Returns the identifier of this thread's work; empty where it has none. */
    public static Optional<String> current() {
        return Optional.ofNullable((String) MDC.get(KEY));
    }

    /** Binds this thread to that work; closing restores the previous one. */
    public static Bound bind(String id) {
        var before = current();
        MDC.put(KEY, id);
        return () -> before.ifPresentOrElse(former -> MDC.put(KEY, former), () -> MDC.remove(KEY));
    }

    /** Work that a thread does; to be closed by the same thread. */
    @FunctionalInterface
    public interface Bound extends AutoCloseable {
        @Override
        void close();
    }
}
