package fr.hubee.it.people;

import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Partner;
import fr.hubee.portal.page.FormToken;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser: it keeps cookies. */
final class PageBrowser {
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]*)\"");

    final Map<String, String> cookies = new TreeMap<>();

    Answer get(String path) {
        return keeping(Partner.send(request(path).GET()));
    }

    Answer post(String path, String... form) {
        var body = new StringBuilder();
        for (int each = 0; each < form.length; each += 2) {
            body.append(form[each]).append('=').append(encoded(form[each + 1])).append('&');
        }
        return keeping(Partner.send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(FormToken.HEADER, token())
                .POST(BodyPublishers.ofString(body.toString()))));
    }

    /** Returns the form token from a page of her session. */
    private String token() {
        var found = TOKEN.matcher(get("/profil").text());
        return found.find() ? found.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpRequest.Builder request(String path) {
        var request = Partner.to(path).header("Sec-Fetch-Site", "same-origin");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer keeping(Answer answer) {
        for (var header : setCookies(answer)) {
            HttpCookie.parse(header).forEach(cookie -> {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie.getValue());
                }
            });
        }
        return answer;
    }

    static List<String> setCookies(Answer answer) {
        return answer.response().headers().allValues("Set-Cookie");
    }
}
