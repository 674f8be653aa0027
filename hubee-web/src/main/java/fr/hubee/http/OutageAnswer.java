package fr.hubee.http;

import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.trace.WorkId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The answer to all callers during an outage, in the form of each API and of the portal; it needs neither database nor disk. */
public final class OutageAnswer {
    private static final List<String> API = List.of("/teledossiers/", "/referential/", "/feed/", "/bench/", "/openapi");
    private static final List<String> OAUTH = List.of("/token", "/oauth2/");

    private static final String REASON = "AWAY";
    private static final String PAGE = page();

    private OutageAnswer() {}

    public static void send(Outage outage, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean api = isUnder(API, request);
        if (api || isUnder(OAUTH, request)) {
            begin(outage.status(), outage.retryAfter(), response);
            boolean problem = ProblemJson.isAsked(request.getHeader("Accept"));
            response.setHeader("Link", RefusalHelp.link(REASON));
            var body = problem ? ProblemJson.text(outage.status(), REASON, text(outage)) : body(outage, api);
            write(response, problem ? ProblemJson.TYPE : "application/json", body.getBytes(StandardCharsets.UTF_8));
        } else {
            sendPage(outage.status(), outage.retryAfter(), response);
        }
    }

    /** Sends the page that people see. */
    public static void sendPage(int status, Duration retryAfter, HttpServletResponse response) throws IOException {
        begin(status, retryAfter, response);
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'");
        var page = PAGE.replace("{reference}", WorkId.current().orElse("-"));
        write(response, "text/html;charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void begin(int status, Duration retryAfter, HttpServletResponse response) {
        response.reset();
        response.setStatus(status);
        response.setHeader("Retry-After", String.valueOf(retryAfter.toSeconds()));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    /** Returns the HTTP reason phrase. */
    public static String text(Outage outage) {
        return outage.status() == 507 ? "Insufficient Storage" : "Service Unavailable";
    }

    private static boolean isUnder(List<String> paths, HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return paths.stream().anyMatch(path::startsWith);
    }

    private static String body(Outage outage, boolean api) {
        return api
                ? "{\"errors\":[{\"code\":%d,\"message\":\"%s\"}]}".formatted(outage.status(), text(outage))
                : "{\"error_description\":\"%s\",\"error\":\"temporarily_unavailable\"}".formatted(text(outage));
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static String page() {
        try (InputStream page = OutageAnswer.class.getResourceAsStream("outage.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
