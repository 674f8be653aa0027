package fr.hubee.it.portal;

import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Partner;
import fr.hubee.websecurity.PersonCookie;
import java.net.http.HttpRequest;

/** A signed-in person without a browser: she follows a link of ours; no script runs, and no redirection is followed. */
final class SignedIn {
    private final String cookie;

    SignedIn(Visitor person) {
        cookie = PersonCookie.NAME + "=" + person.openSession();
    }

    Answer get(String path) {
        return send(Partner.to(path).GET());
    }

    /** @param form encoded */
    Answer post(String path, String form) {
        return send(Partner.form(path, form));
    }

    private Answer send(HttpRequest.Builder request) {
        return Partner.send(request.header("Cookie", cookie).header("Sec-Fetch-Site", "same-origin"));
    }
}
