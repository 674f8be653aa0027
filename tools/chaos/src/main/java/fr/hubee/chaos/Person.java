package fr.hubee.chaos;

import fr.hubee.chaos.History.Answered;
import fr.hubee.chaos.Software.Answer;
import fr.hubee.launcher.CaughtMail;
import fr.hubee.launcher.MailCatcher;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at her browser: it keeps cookies, follows redirections, and sends the forms of pages. She signs in with the code of her mail. */
final class Person {
    private static final String PASSWORD = "Trois-mots-sans-rapport-7";
    private static final String SIGN_IN = "/connexion";
    private static final Pattern LINK = Pattern.compile("/mot-de-passe\\?lien=\\S+");
    private static final Pattern INPUT = Pattern.compile("<input type=\"hidden\"[^>]*>");
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration MAIL = Duration.ofMinutes(1);
    private static final long PAUSE_MS = 300;

    /** The hub asks for a second factor again where it is older than ten minutes. */
    private static final Duration RENEWAL = Duration.ofMinutes(8);

    private final HttpClient http;
    private final URI hub;
    private final MailCatcher mails;
    private final String email;
    private final History history;
    private final Map<String, String> cookies;
    private final AtomicLong signedIn;

    /** @param email of an account of the demonstration's, who was invited by mail */
    Person(HttpClient http, URI hub, MailCatcher mails, String email, History history) {
        this(http, hub, mails, email, history, new ConcurrentHashMap<>(), new AtomicLong(System.nanoTime()));
    }

    private Person(
            HttpClient http,
            URI hub,
            MailCatcher mails,
            String email,
            History history,
            Map<String, String> cookies,
            AtomicLong signedIn) {
        this.http = http;
        this.hub = hub;
        this.mails = mails;
        this.email = email;
        this.history = history;
        this.cookies = cookies;
        this.signedIn = signedIn;
    }

    /**
     * @param answer a page, or what came instead
     * @param redirected whether the hub sent her there after her form
     */
    record Page(URI address, Answer answer, boolean redirected) {
        int status() {
            return answer.status();
        }

        byte[] body() {
            return answer.body();
        }

        String text() {
            return status() == 0 ? "" : new String(body(), StandardCharsets.UTF_8);
        }

        Outcome outcome() {
            return answer.outcome();
        }

        boolean has(String words) {
            return text().contains(words);
        }

        boolean hasForm(String id) {
            return has("<form id=\"" + id + "\"");
        }

        private String form(String id) {
            var text = text();
            int from = text.indexOf("<form id=\"" + id + "\"");
            return text.substring(from, text.indexOf("</form>", from));
        }
    }

    /** Follows the link of her invitation, and chooses a password. */
    void accept() throws InterruptedException {
        var page = open(awaitMail(0, mail -> group(LINK.matcher(mail.text()))).orElseThrow());
        int before = mails.mails().size();
        page = submit(page, "door", Map.of("first", PASSWORD, "second", PASSWORD, "choose", "choose"));
        confirm(page, before);
    }

    private static boolean isOut(Page page) {
        return page.status() == 200 && page.address().getPath().equals(SIGN_IN);
    }

    /** Signs in, unless another tab has done so: the code of one would be that of the other. */
    private void signIn(String path) throws InterruptedException {
        synchronized (cookies) {
            if (isOut(follow(hub.resolve(path), null))) {
                int before = mails.mails().size();
                var typed = Map.of("login", email, "password", PASSWORD, "enter", "enter");
                confirm(submit(open(SIGN_IN), "door", typed), before);
            }
        }
    }

    /**
     * Types the second factor; where it was that of a former attempt, whose mail came late, also the next one. Without a new code, as after an
     * attempt whose answer was lost, she begins again.
     */
    private void confirm(Page page, int before) throws InterruptedException {
        var asked = page;
        var typed = new HashSet<String>();
        while (asked.address().getPath().equals("/code-de-connexion") && asked.hasForm("door")) {
            var code = awaitMail(before, mail -> mail.code().filter(each -> !typed.contains(each)));
            if (code.isEmpty()) {
                return;
            }
            typed.add(code.get());
            asked = submit(asked, "door", Map.of("code", code.get(), "enter", "enter"));
        }
    }

    private Optional<String> awaitMail(int from, Function<CaughtMail, Optional<String>> found)
            throws InterruptedException {
        long end = System.nanoTime() + MAIL.toNanos();
        while (System.nanoTime() < end) {
            var all = mails.mails();
            for (int place = all.size() - 1; place >= from; place--) { // the newest code is the one that counts
                var mail = all.get(place);
                var text = mail.recipient().equals(email) ? found.apply(mail) : Optional.<String>empty();
                if (text.isPresent()) {
                    return text;
                }
            }
            Thread.sleep(PAUSE_MS);
        }
        return Optional.empty();
    }

    private static Optional<String> group(Matcher matcher) {
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Returns another tab of her browser, which somebody else may use meanwhile. */
    Person tab() {
        return new Person(http, hub, mails, email, history, cookies, signedIn);
    }

    /** Leaves her session before her second factor is too old for what she does; her next page begins another one. */
    void renew() {
        synchronized (cookies) {
            if (System.nanoTime() - signedIn.get() > RENEWAL.toNanos()) {
                cookies.clear();
                signedIn.set(System.nanoTime());
            }
        }
    }

    /** Returns a page, once it comes; signs in again where she must. */
    Page open(String path) throws InterruptedException {
        while (true) {
            var page = follow(hub.resolve(path), null);
            if (isOut(page) && !path.equals(SIGN_IN)) {
                signIn(path);
            } else if (page.status() != 0 && page.status() < 500) {
                return page;
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    /** Sends a form of a page once, with its hidden fields. */
    Page submit(Page page, String id, Map<String, String> typed) throws InterruptedException {
        var form = page.form(id);
        var fields = new LinkedHashMap<String, String>();
        fields.put(id, id);
        INPUT.matcher(form)
                .results()
                .forEach(input -> fields.put(
                        attribute(input.group(), "name").orElse(""),
                        attribute(input.group(), "value").orElse("")));
        fields.putAll(typed);
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(page.address().resolve(attribute(form, "action").orElse("")), body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> attribute(String tag, String name) {
        var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find()
                ? Optional.of(found.group(1)
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                : Optional.empty();
    }

    private Page follow(URI where, String body) throws InterruptedException {
        var address = where;
        var sent = body;
        while (true) {
            var answer = send(address, sent);
            var next = answer.header("Location");
            if (answer.status() / 100 != 3 || next.isEmpty()) {
                return new Page(address, answer, body != null && sent == null);
            }
            address = address.resolve(next.get());
            sent = null;
        }
    }

    private Answer send(URI where, String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(where)
                .timeout(PATIENCE)
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .header("Sec-Fetch-Site", "same-origin");
        if (body != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
        }
        var name = (body == null ? "GET " : "POST ") + where.getPath();
        long begin = System.nanoTime();
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            history.note(new Answered(
                    name,
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").isPresent(),
                    begin,
                    Outcome.since(begin)));
            answer.headers().allValues("Set-Cookie").stream()
                    .flatMap(text -> HttpCookie.parse(text).stream())
                    .forEach(this::keep);
            return new Answer(answer);
        } catch (IOException gone) {
            history.note(new Answered(name, 0, false, begin, Outcome.since(begin)));
            return new Answer(null);
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
