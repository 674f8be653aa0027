package fr.hubee.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The proxy that is shipped. */
class ProxyTest {

    static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("src/main/haproxy/haproxy.cfg")).stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void itsLogHoldsNothingThatIsSearched() throws IOException {
        var format =
                lines().stream().filter(line -> line.startsWith("log-format")).toList();

        assertEquals(1, format.size());
        assertTrue(format.get(0).contains("%HPO"), "the path alone");
        var withQuery = Pattern.compile("%(r|HU|HQ|HP|hr|hs|hrl|hsl)\\b|%\\[|%\\{[^}]*}(r|HU|HQ)");
        assertTrue(withQuery.matcher(format.get(0)).results().findAny().isEmpty(), format::toString);
        assertTrue(lines().stream().noneMatch(line -> line.matches("option httplog|capture .*|.*capture-req.*")));
    }

    @Test
    void nobodyHandsACertificateOverButTheProxy() throws IOException {
        int handed = lines().indexOf("http-request set-header Client-Cert \":%[ssl_c_der,base64]:\" if { ssl_c_used }");

        for (var header : List.of("Client-Cert", "X-SSL-Client-Cert")) {
            int taken = lines().indexOf("http-request del-header " + header);
            assertTrue(0 <= taken && taken < handed, header);
        }
    }

    @Test
    void whatACallerSaysOfItsOriginIsTakenAway() throws IOException {
        for (var header : List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "Forwarded")) {
            assertTrue(lines().contains("http-request del-header " + header), header);
        }
        assertTrue(lines().contains("http-request set-header X-Forwarded-Proto https"));
    }

    @Test
    void softwareThatComesWithoutTlsIsNotSentOn() throws IOException {
        assertTrue(lines().contains("acl software path_beg /oauth2/ " + String.join(" ", apis())), "each API");
        assertTrue(lines().contains("acl software path /token"));
        int refused = lines().indexOf("http-request deny if software");
        assertTrue(0 <= refused && refused < lines().indexOf("http-request redirect scheme https code 301"));
    }

    private static Set<String> apis() throws IOException {
        var path = Pattern.compile("@ApplicationPath\\(\"(/\\w+/v1)\"\\)");
        var found = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("../hubee-web/src/main/java/fr/hubee/api"))) {
            for (var source : (Iterable<Path>) sources.filter(Files::isRegularFile)::iterator) {
                path.matcher(Files.readString(source)).results().forEach(each -> found.add(each.group(1)));
            }
        }
        return found;
    }

    @Test
    void anyReadyServerAnswersAnyRequest() throws IOException {
        assertTrue(lines().contains("option httpchk GET /sante"));
        assertTrue(lines().contains("use_backend anyway if { nbsrv(hubee) eq 0 }"));
        assertTrue(lines().stream().noneMatch(line -> line.matches("cookie .*|stick.*|balance source.*")));
    }

    @Test
    void onlyWhatNoServerHasSeenIsSentAgain() throws IOException {
        assertEquals(
                List.of("retry-on conn-failure"),
                lines().stream().filter(line -> line.startsWith("retry-on")).toList());
        assertTrue(lines().contains("option redispatch 1"));
        assertTrue(lines().contains("option http-server-close"));
    }

    @Test
    void longUploadsPassThroughAsTheyCome() throws IOException {
        assertFalse(lines().contains("option http-buffer-request"));
    }

    @Test
    void noCallerSaysWhoseRequestsAreRecorded() throws IOException {
        for (var header : List.of("traceparent", "tracestate")) {
            assertTrue(lines().contains("http-request del-header " + header), header);
        }
    }

    @Test
    void aRequestHasTheIdentifierThatThisProxyGivesIt() throws IOException {
        assertTrue(lines().contains("http-request set-header X-Request-Id %[unique-id]"));
        assertTrue(lines().contains("http-after-response set-header X-Request-Id %[unique-id]"));
        assertTrue(lines().stream().anyMatch(line -> line.startsWith("log-format") && line.contains(" %ID ")));
    }

    @Test
    void anAnswerOfThisProxyHasTheTimeOfTheNextCall() throws IOException {
        assertTrue(
                lines().contains(
                                "http-after-response set-header Retry-After 2 if { status 502:504 } !{ res.hdr(Retry-After) -m found }"));
    }
}
