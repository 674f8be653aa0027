package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.clients.client.Scope;
import fr.hubee.clients.client.ShownCredentials;
import fr.hubee.clients.token.ReadingRightService;
import fr.hubee.clients.token.ReadingRightService.KnownReadingRight;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attack: a national administrator creates a client of scope ADMIN for herself, to read what the portal refuses her. */
class AdminClientReadsIT extends InServer {
    static final OrganizationKey PLATFORM =
            OrganizationKey.parse("ADMIN-99000900300015-00000").orElseThrow();

    final MovableClock clock = MovableClock.ofThisServer();
    final Caller ada = national("ada");
    final Caller bea = national("bea");

    @Inject
    ApiClientService clients;

    @Inject
    ReadingRightService rights;

    @Inject
    AuditService audit;

    Deposit certificate;
    ShownCredentials pair;

    static Caller national(String name) {
        return new Caller(
                        name + "@hubee.example",
                        PLATFORM,
                        Set.of(RoleNames.PERSON, RoleNames.ADMIN),
                        Set.of(),
                        "192.0.2.1")
                .proven(Instant.MAX);
    }

    @BeforeEach
    void sheHasMadeAClient() throws Exception {
        certificate = Deposit.complete(Partner.of("demo-dgs"), "CERTDC", "VA_CertificatdeDeces", Deposit.TOWN);
        pair = AsCaller.call(ada, () -> clients.create(ada, Scope.ADMIN, PLATFORM, NewSecret.random()));
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    /** Returns software with a new token, of which no node has cached anything. */
    Partner software() {
        var answer = Partner.askToken(pair.clientId(), pair.clientSecret());
        return Partner.holding(answer);
    }

    String file() {
        return certificate.casePath() + "/attachments/" + certificate.attachmentId();
    }

    Answer read() {
        return software().get(file());
    }

    void ask(Caller who) throws Exception {
        AsCaller.run(who, () -> rights.ask(who, pair.clientId(), 7, "Contrôle"));
    }

    void grant(Caller who) throws Exception {
        var asked = last(who).id();
        AsCaller.run(who, () -> rights.grantReading(who, pair.clientId(), asked));
    }

    KnownReadingRight last(Caller who) throws Exception {
        return AsCaller.call(who, () -> rights.read(who, pair.clientId())).orElseThrow();
    }

    List<AuditLine> journal(String subject) throws Exception {
        var query = new AuditQuery(null, pair.clientId(), null, subject, null, null, 0, 10);
        return AsCaller.call(ada, () -> audit.page(query)).items();
    }

    @Test
    void anAdministratorsClientReadsACaseButNoneOfItsFiles() throws Exception {
        var software = software();
        software.get(certificate.casePath()).expect(200);

        for (var asking : List.of(
                software,
                software.with("Range", "bytes=0-0"),
                software.with("Range", "bytes=999999-"),
                software.with("If-None-Match", "*"))) {
            var answer = asking.get(file()).expect(403);
            assertEquals("{\"errors\":[{\"code\":403,\"message\":\"Unauthorized user\"}]}", answer.text());
        }
        assertEquals(
                0,
                journal(certificate.attachmentId()).stream()
                        .filter(line -> line.action() == AuditAction.ATTACHMENT_READ)
                        .count());
    }

    @Test
    void aClientOfTheStartUpFileGetsNoneEither() {
        Partner.of("demo-admin").get(file()).expect(403);
    }

    @Test
    void neitherWhoAsksNorWhoMadeTheClientGrantsItReading() throws Exception {
        ask(ada);
        assertThrows(NotAllowed.class, () -> grant(ada));
        AsCaller.run(ada, () -> rights.withdraw(ada, pair.clientId(), last(ada).id()));
        ask(bea);
        assertThrows(NotAllowed.class, () -> grant(ada));
        assertThrows(NotAllowed.class, () -> grant(bea));

        read().expect(403);
    }

    @Test
    void softwareNeitherAsksNorGrants() throws Exception {
        ask(ada);
        var software = new Caller("demo-admin", PLATFORM, Set.of(RoleNames.ADMIN), Set.of(), "192.0.2.1");
        var asked = last(ada).id();
        assertThrows(
                NotAllowed.class,
                () -> AsCaller.run(software, () -> rights.grantReading(software, pair.clientId(), asked)));
    }

    @Test
    void aGrantedReadingIsRecordedWithWhoAskedAndWhoGranted() throws Exception {
        ask(ada);
        grant(bea);

        var answer = read().expect(200);

        assertArrayEquals(Deposit.REQUEST, answer.bytes());
        var told = journal(certificate.attachmentId()).get(0);
        assertEquals(AuditAction.ATTACHMENT_READ, told.action());
        assertEquals("ada@hubee.example", told.changes().fields().get("madeBy").after());
        assertEquals(
                "ada@hubee.example",
                told.changes().fields().get("readingAskedBy").after());
        assertEquals(
                "bea@hubee.example",
                told.changes().fields().get("readingGrantedBy").after());
    }

    @Test
    void theRightEndsByItself() throws Exception {
        ask(ada);
        grant(bea);
        clock.move(Duration.ofDays(7).minusMinutes(1));
        read().expect(200);

        clock.move(Duration.ofMinutes(1));

        read().expect(403);
    }

    @Test
    void theRightEndsWhenItIsWithdrawnByAnyAdministrator() throws Exception {
        ask(ada);
        grant(bea);
        UUID granted = last(ada).id();
        AsCaller.run(ada, () -> rights.withdraw(ada, pair.clientId(), granted));

        read().expect(403);
    }

    @Test
    void aSecretThatWasMadeSinceReadsNothing() throws Exception {
        ask(ada);
        grant(bea);
        pair = AsCaller.call(bea, () -> clients.renew(bea, pair.clientId(), 0, NewSecret.random()));

        read().expect(403);
    }
}
