package fr.hubee.kernel.shared;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The type and the location of a failure, on one line, without its message, which may quote user input. */
public final class FailureText {
    private static final int DEEPEST = 8;

    private FailureText() {}

    public static String of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(cause -> cause.getClass().getName() + state(cause) + place(cause))
                .collect(Collectors.joining(" <- "));
    }

    private static String state(Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null ? " " + sql.getSQLState() : "";
    }

    private static String place(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("fr.hubee."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }
}
