package fr.hubee.it.portal;

import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.portal.page.FormToken;
import fr.hubee.websecurity.PersonCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** Sends files for a télédossier as the script of its page does, in a session at the server of that address. */
public record PersonUpload(String address, String session, String path) {

    public static PersonUpload begin(String address, String session, Deposit deposit, long size) {
        var asked = new PersonUpload(address, session, "/fichiers/depot?td=" + deposit.caseId());
        return new PersonUpload(
                address, session, asked.post("taille=" + size).expect(201).header("Location"));
    }

    static PersonUpload begin(Visitor person, Deposit deposit, long size) {
        return begin(Partner.address(), person.openSession(), deposit, size);
    }

    /** Returns the same upload in the hands of another person. */
    PersonUpload of(Visitor person) {
        return new PersonUpload(address, person.openSession(), path);
    }

    Answer state() {
        return Partner.send(request().method("HEAD", BodyPublishers.noBody()));
    }

    public Answer send(long offset, byte... bytes) {
        return Partner.send(request()
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", String.valueOf(offset))
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
    }

    /** Returns one file of the form that deposits them. */
    public static String file(String name, int size) {
        return "nom=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&octets=" + size;
    }

    public Answer deposit(String... files) {
        return post(String.join("&", files));
    }

    private Answer post(String form) {
        return Partner.send(request()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Cookie", PersonCookie.NAME + "=" + session)
                .header(FormToken.HEADER, token(address, session))
                .header("Sec-Fetch-Site", "same-origin");
    }

    private static String token(String address, String session) {
        var profile = Partner.send(HttpRequest.newBuilder(URI.create(address + "/profil"))
                .header("Cookie", PersonCookie.NAME + "=" + session));
        return profile.text().replaceFirst("(?s).* data-token=\"([^\"]+)\".*", "$1");
    }
}
