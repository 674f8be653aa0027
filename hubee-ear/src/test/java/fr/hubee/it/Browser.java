package fr.hubee.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without a screen: it follows redirections, keeps cookies for each server, and fills in the form of a page.
 *
 * <p>It sends secure cookies to this machine without encryption, as real browsers do.
 */
public final class Browser {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]*)\"");
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int MOST_REDIRECTIONS = 10;

    private final HttpClient http;
    private final List<Kept> cookies = new ArrayList<>();
    private final List<URI> visited = new ArrayList<>();
    private final String address = "192.0.2." + COUNT.incrementAndGet();
    private HttpResponse<String> page;

    public Browser() {
        this(HTTP);
    }

    /** @param http reaches the servers */
    public Browser(HttpClient http) {
        this.http = http;
    }

    /** Returns the address that the hub sees, behind its proxy. */
    public String address() {
        return address;
    }

    public Browser open(String where) {
        return follow(URI.create(where), null);
    }

    /** Presses a button of the page that sends only the token of the session. */
    public Browser post(String where) {
        var token = TOKEN.matcher(page.body());
        return follow(URI.create(where), token.find() ? "jeton=" + token.group(1) : "");
    }

    /** Fills in the form of the page. */
    public Browser submit(Map<String, String> fields) {
        return send(page.body(), fields);
    }

    private Browser send(String html, Map<String, String> fields) {
        var form = FORM.matcher(html);
        if (!form.find()) {
            throw new AssertionError("no form at " + page.uri() + ": " + page.statusCode() + " " + page.body());
        }
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return follow(page.uri().resolve(form.group(1).replace("&amp;", "&")), body);
    }

    /** Fills in one of several forms of the page, with its hidden fields. */
    public Browser submit(String id, Map<String, String> typed) {
        var whole = page.body();
        var form = whole.substring(whole.indexOf("<form id=\"" + id + "\""));
        form = form.substring(0, form.indexOf("</form>"));
        var fields = new HashMap<>(typed);
        var hidden = HIDDEN.matcher(form);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        return send(form, fields);
    }

    private Browser follow(URI where, String body) {
        load(where, body);
        for (int each = 0; isRedirection(); each++) {
            if (each == MOST_REDIRECTIONS) {
                throw new AssertionError("redirected for ever: " + page.uri());
            }
            load(page.uri().resolve(next().orElseThrow()), null);
        }
        return this;
    }

    private boolean isRedirection() {
        return next().isPresent();
    }

    private Optional<String> next() {
        return page.statusCode() / 100 == 3
                ? page.headers().firstValue("Location")
                : page.headers().firstValue("Refresh").map(header -> header.replace("0; url=", ""));
    }

    private void load(URI where, String body) {
        visited.add(where);
        var request = HttpRequest.newBuilder(where)
                .timeout(Duration.ofMinutes(3))
                .header("X-Forwarded-For", address)
                .header("Cookie", cookiesFor(where));
        if (body != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", where.getScheme() + "://" + where.getAuthority())
                    .POST(BodyPublishers.ofString(body));
        }
        try {
            page = http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
        page.headers().allValues("Set-Cookie").forEach(text -> keep(where, HttpCookie.parse(text)));
    }

    private String cookiesFor(URI where) {
        return cookies.stream()
                .filter(cookie -> cookie.server().equals(where.getAuthority())
                        && where.getPath().startsWith(cookie.path()))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }

    private void keep(URI where, List<HttpCookie> set) {
        for (var each : set) {
            var cookie = new Kept(where.getAuthority(), each.getPath(), each.getName(), each.getValue());
            cookies.removeIf(cookie::replaces);
            if (each.getMaxAge() != 0) {
                cookies.add(cookie);
            }
        }
    }

    private record Kept(String server, String path, String name, String value) {
        boolean replaces(Kept other) {
            return server.equals(other.server) && path.equals(other.path) && name.equals(other.name);
        }
    }

    /** Returns the present address. */
    public URI location() {
        return page.uri();
    }

    public String text() {
        return page.body();
    }

    /** Checks that the page has these words. */
    public Browser shows(String words) {
        assertTrue(text().contains(words), this::text);
        return this;
    }

    /** Returns all addresses that it visited, with redirections. */
    public List<URI> visited() {
        return List.copyOf(visited);
    }

    public Optional<String> cookie(String name) {
        return cookies.stream()
                .filter(cookie -> cookie.name().equals(name))
                .map(Kept::value)
                .findFirst();
    }

    /** Restores a cookie that it had to delete. */
    public void restore(URI server, String path, String name, String value) {
        cookies.add(new Kept(server.getAuthority(), path, name, value));
    }
}
