package fr.hubee.it.attack.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.RawConnection;
import fr.hubee.it.portal.Visitor;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.websecurity.PersonCookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Checks files that stop on their way: the answer to a person is in French, that to a partner is the API's; nothing of the file is left,
 * and the log has a line, not a stack.
 */
class SilentSendersIT extends OverHttp {
    static final String PROCESS = "recensementCitoyen";
    static final Path LOG = Path.of(System.getProperty("hubee.work"), "it-server", "log", "server.log");

    final PortalTown village = PortalTown.of(PROCESS);

    static RawConnection begin(Visitor person, String path) throws IOException {
        var signedIn = "Cookie: " + PersonCookie.NAME + "=" + person.openSession() + "\r\n"
                + SpoolIT.GIGABYTE.replace("1000000000", "1000000");
        return new RawConnection().say(AnonymousFloodIT.head(path, signedIn)).say("--zz\r\n");
    }

    static long failures() throws IOException {
        try (var lines = Files.lines(LOG)) {
            return lines.filter(line -> line.contains("Request body is too slow") || line.contains(" ERROR "))
                    .count();
        }
    }

    @Test
    void aSenderThatFallsSilentIsAnswered408() throws IOException {
        var deposit = Deposit.complete(Partner.of("demo-dila"), PROCESS, "10870-XML", village.town());
        Partner.of("demo-admin").patch(deposit.casePath(), "{\"status\": \"SENT\"}");
        Partner.of("demo-admin").patch(deposit.casePath(), "{\"status\": \"IN_PROGRESS\"}");
        long before = failures();
        long stored = WaitingFilesIT.files();
        var dila = Partner.of("demo-dila");
        var file = SlowSendersIT.authorized(
                dila, "PUT", Deposit.announce(dila, Deposit.TOWN).attachmentPath(), SlowSendersIT.MEGABYTE);
        try (var partner = new RawConnection().say(file + "<");
                var agent = begin(Visitor.agent(village.town(), PROCESS), "/fichiers/depot?td=" + deposit.caseId());
                var national = begin(Visitor.national(), "/import-organisations")) {
            for (var silent : new RawConnection[] {agent, national}) {
                var answer = silent.answer();
                assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
                assertTrue(answer.contains("Ce que vous envoyez arrive trop lentement."), answer);
                assertFalse(answer.contains("Retry-After"), answer);
            }
            var answer = partner.answer();
            assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
            assertTrue(answer.contains("{\"errors\":[{\"code\":408,\"message\":\"Request body is too slow\""), answer);
        }
        assertEquals(before, failures());
        assertEquals(stored, WaitingFilesIT.files());
    }
}
