package fr.hubee.api.http;

import java.util.stream.Stream;

/**
 * The reason of a refusal, for the log: a fixed word, never a text of the caller. {@code docs/alerts.md} explains them, and {@link
 * fr.hubee.http.RefusalHelp} to the engineers of clients.
 */
public enum RefusalReason {
    TOKEN_INVALID,
    OPERATION_UNKNOWN,
    MEDIA_TYPE_UNKNOWN,
    PARAMETER_UNKNOWN,
    PARAMETER_INVALID,
    BODY_CUT,
    BODY_TOO_LARGE,
    BODY_UNREADABLE,
    BODY_INVALID,
    RULE,
    CHANGED_MEANWHILE,
    RIGHT_MISSING,
    NOT_FOUND,
    PLACE_LOST,
    RANGE_INVALID,
    TOO_MANY_CALLS,
    NO_ROOM,
    FILE_DAMAGED,
    FAILURE,
    AWAY;

    /** Returns the reason, and the place in our code that refused. */
    String in(Throwable refusal) {
        return Stream.of(refusal.getStackTrace())
                .filter(frame -> isOurs(frame.getClassName()))
                .findFirst()
                .map(frame -> this + " in " + simpleName(frame.getClassName()) + "." + method(frame.getMethodName()))
                .orElse(name());
    }

    private static boolean isOurs(String type) {
        return type.startsWith("fr.hubee.") && !type.startsWith("fr.hubee.kernel.shared.");
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
    }

    /** Returns the name of the method; that of a lambda is « lambda$check$0 ». */
    private static String method(String name) {
        return name.replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1");
    }
}
