package fr.hubee.clients.bench;

import java.util.UUID;
import java.util.regex.Pattern;

/** An act of a software that a scenario expects: a call of the API, or what is read of several. */
enum SoftwareAct {
    TOKEN("POST", "/(oauth2/)?token"),
    QUEUE("GET", "/teledossiers/v1/notifications"),
    CASE("GET", "/teledossiers/v1/cases/[^/]+"),
    FILES("GET", "/teledossiers/v1/cases/[^/]+/(events/[^/]+/)?attachments/[^/]+"),
    EVENT("GET", "/teledossiers/v1/cases/[^/]+/events/[^/]+"),
    CONFIRM("PATCH", "/teledossiers/v1/cases/[^/]+/events/[^/]+"),
    ACKNOWLEDGE("DELETE", "/teledossiers/v1/notifications/[^/]+"),
    ANSWER("POST", "/teledossiers/v1/cases/[^/]+/events"),
    CHANGE("PATCH", "/teledossiers/v1/cases/[^/]+"),
    DEPOSIT("POST", "/teledossiers/v1/folders"),
    UPLOAD("PUT", "/teledossiers/v1/(folders/[^/]+|cases/[^/]+/events/[^/]+)/attachments/[^/]+"),
    COMPLETE("PATCH", "/teledossiers/v1/folders/[^/]+"),
    FEED("GET", "/feed/v1/events(\\?.*)?"),

    /** The call that the bench refused, made again. */
    RETRY("", ""),

    /** A status of the case, as its partner reads it. */
    STATUS("", ""),

    /** A webhook about the case that was accepted. */
    PUSH("", "");

    private final String method;

    @SuppressWarnings("ImmutableEnumChecker") // a Pattern is immutable
    private final Pattern path;

    SoftwareAct(String method, String path) {
        this.method = method;
        this.path = Pattern.compile(path);
    }

    boolean is(String called, String at) {
        return method.equals(called) && path.matcher(at).matches();
    }

    /** Whether the call is this act, on that case; null for any. */
    boolean is(SeenCall call, UUID theCase) {
        return is(call.method(), call.path()) && (theCase == null || isAbout(call, theCase));
    }

    private boolean isAbout(SeenCall call, UUID theCase) {
        return switch (this) {
            case CASE, FILES, EVENT, CONFIRM, ANSWER, CHANGE -> call.path().contains(theCase.toString());
            case ACKNOWLEDGE -> theCase.equals(call.subject());
            default -> true;
        };
    }
}
