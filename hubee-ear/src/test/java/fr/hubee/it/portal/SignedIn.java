package fr.hubee.it.portal;

import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Partner;
import fr.hubee.websecurity.PersonCookie;

/** A signed-in person without a browser: she follows a link of ours; no script runs, and no redirection is followed. */
final class SignedIn {
    private final String cookie;

    SignedIn(Visitor person) {
        cookie = PersonCookie.NAME + "=" + person.openSession();
    }

    Answer get(String path) {
        return Partner.send(Partner.to(path)
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .GET());
    }
}
