package fr.hubee.api.http;

import fr.hubee.clients.client.ApiCall;
import fr.hubee.clients.client.RecentCalls;
import fr.hubee.http.RequestTrace;
import fr.hubee.http.RunningRequests;
import fr.hubee.http.delivery.LeavingFile;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.RefusalDetail;
import fr.hubee.kernel.shared.RefusalText;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Notes each call of a known client, when the last byte of its answer has left. */
@ApplicationScoped
public class CallLog {
    private static final AttachmentKey<String> CLIENT = AttachmentKey.create(String.class);
    private static final AttachmentKey<Refusal> REFUSAL = AttachmentKey.create(Refusal.class);
    private static final AttachmentKey<Integer> MISSING_FILES = AttachmentKey.create(Integer.class);
    private static final AttachmentKey<String> WHO_ANSWERS = AttachmentKey.create(String.class);

    /** Matches the identifiers of télédossiers and organisations: any other value of a path may be a person's. */
    private static final Pattern IDENTIFIER =
            Pattern.compile(TypedParameters.UUID_FORM.pattern() + "|(OSL|SI|EDT|ADMIN)-[0-9]{14}-[0-9AB]{1,10}");

    @Inject
    RecentCalls calls;

    @Inject
    Clock clock;

    private record Refusal(String reason, String message, RefusalDetail detail) {}

    /**
     * Begins once for each request: it may be dispatched again.
     *
     * @param operation method and path, without values
     * @param software null when it did not describe itself
     */
    public void begin(String client, String operation, PartnerInfo software) {
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        if (exchange.putAttachment(CLIENT, client) == null) {
            exchange.addExchangeCompleteListener((ended, others) -> {
                var outcome = ApiCall.Outcome.of(ended.getStatusCode(), missingFiles(ended));
                calls.note(client, operation, outcome, () -> call(ended, operation, software));
                others.proceed();
            });
        }
    }

    /**
     * Adds why it was refused.
     *
     * @param message without values of the request: see {@link RefusalText}
     * @param detail null for none
     */
    public static void refused(String reason, String message, RefusalDetail detail) {
        ServletRequestContext.requireCurrent()
                .getExchange()
                .putAttachment(REFUSAL, new Refusal(reason, message, detail));
    }

    /** Adds how many files are missing in the folder that it completes. */
    public static void missingFiles(int count) {
        ServletRequestContext.requireCurrent().getExchange().putAttachment(MISSING_FILES, count);
    }

    private static int missingFiles(HttpServerExchange ended) {
        return Objects.requireNonNullElse(ended.getAttachment(MISSING_FILES), 0);
    }

    /** Adds that the test bench answers, and not the hub. */
    static void answeredByBench() {
        ServletRequestContext.requireCurrent().getExchange().putAttachment(WHO_ANSWERS, "Test bench: ");
    }

    /** Returns the path of an operation with the identifiers of the one that was asked. */
    static String path(String operation, String asked) {
        var steps = operation.substring(operation.indexOf(' ') + 1).split("/", -1);
        var values = asked.split("/", -1);
        for (int each = 0; each < Math.min(steps.length, values.length); each++) {
            if (steps[each].startsWith("{") && IDENTIFIER.matcher(values[each]).matches()) {
                steps[each] = values[each];
            }
        }
        return String.join("/", steps);
    }

    private ApiCall call(HttpServerExchange ended, String operation, PartnerInfo software) {
        var refusal = ended.getAttachment(REFUSAL);
        int missing = missingFiles(ended);
        return new ApiCall(
                ended.getAttachment(CLIENT),
                clock.instant(),
                RequestTrace.of(ended).id(),
                operation,
                refusal == null && missing == 0 ? null : path(operation, ended.getRelativePath()),
                ended.getStatusCode(),
                refusal == null ? null : refusal.reason(),
                refusal == null ? null : Objects.toString(ended.getAttachment(WHO_ANSWERS), "") + refusal.message(),
                refusal == null ? null : refusal.detail(),
                (int) TimeUnit.NANOSECONDS.toMillis(RunningRequests.took(ended)),
                Math.max(0, ended.getRequestContentLength()),
                LeavingFile.sent(ended),
                software,
                missing);
    }
}
