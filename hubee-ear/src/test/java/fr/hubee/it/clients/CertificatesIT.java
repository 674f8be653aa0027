package fr.hubee.it.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import fr.hubee.clients.bench.Certifiable;
import fr.hubee.clients.bench.CertificationService;
import fr.hubee.clients.bench.Scenario;
import fr.hubee.desk.digest.ReminderService;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.directory.subscription.SoftwareCertificateService;
import fr.hubee.directory.subscription.SoftwareProfile;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionLine;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.Mailbox;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PassedBench;
import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SealSettings;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.ActorType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Software that has passed the bench is certified, and a démarche that requires it lets no other software start. */
class CertificatesIT extends InServer {
    @Inject
    CertificationService certification;

    @Inject
    SoftwareCertificateService certificates;

    @Inject
    ReminderService reminders;

    @Inject
    SealSettings seal;

    @Inject
    SubscriptionLifeService life;

    @Inject
    SubscriptionOverviewService overview;

    final OrganizationKey editor = Organizations.newEditor();
    final Caller edith = Callers.editor(editor);
    final NewTown town = NewTown.fresh().registered();
    final Caller ada = Callers.manager(town.organizationKey());

    void passes(UUID subscription, String version) throws Exception {
        PassedBench.of(subscription, missing(), version);
    }

    Certifiable progress(SoftwareProfile profile) throws Exception {
        return AsCaller.call(edith, () -> certification.progress(edith)).stream()
                .filter(each -> each.profile() == profile)
                .findFirst()
                .orElseThrow();
    }

    List<String> missing() throws Exception {
        return progress(SoftwareProfile.SI).missing().stream()
                .map(Scenario::name)
                .toList();
    }

    SoftwareCertificate issue() throws Exception {
        return issue(null);
    }

    SoftwareCertificate issue(PartnerInfo software) throws Exception {
        return AsCaller.call(edith, () -> certification.issue(edith, SoftwareProfile.SI, software));
    }

    void revoke(SoftwareCertificate certificate) throws Exception {
        var nina = Callers.national();
        AsCaller.run(nina, () -> certificates.revoke(nina, certificate.id(), "Essais truqués"));
    }

    void require(String process, boolean certified) throws SQLException {
        sql().change("update process set certified_software = ? where code = ?", certified, process);
    }

    /** Returns a subscription that would be active today, but for its software. */
    UUID configured(String process) throws Exception {
        var id = UUID.fromString(town.subscribed(process));
        var software = new SubscriptionSettings(AccessMode.API, NotificationFrequency.NONE, null, editor);
        AsCaller.call(ada, () -> life.configure(ada, id, line(ada, id).version(), software));
        return id;
    }

    SubscriptionLine line(Caller caller, UUID id) throws Exception {
        return AsCaller.call(caller, () -> overview.read(caller, id)).line();
    }

    long activate(UUID id) throws Exception {
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        return AsCaller.call(
                edith, () -> life.activate(edith, id, line(edith, id).version(), today));
    }

    @Test
    void itsAdministratorsGetOneMailThirtyDaysBeforeItEndsUnlessAnotherOneFollows() throws Exception {
        var person = Database.insert(NewPerson.ada(editor, ActorType.EDITOR));
        var id = configured("EtatCivil");
        passes(id, "4.2.1");
        issue();
        var end = "update software_certificate set expires_at = now() + cast(? as interval) where company_register = ?";

        sql().change(end, "32 days", editor.companyRegister());
        assertFalse(asBatch.call(() -> reminders.process(person.id())));
        sql().change(end, "29 days", editor.companyRegister());
        assertTrue(asBatch.call(() -> reminders.accounts(null, 100_000)).contains(person.id()));
        assertTrue(asBatch.call(() -> reminders.process(person.id())));
        assertFalse(asBatch.call(() -> reminders.process(person.id())));
        Mailbox.of(person.email()).await("certificat").shows("Escale, version 4", "/mes-certificats");

        sql().change(end, "28 days", editor.companyRegister());
        sql().change(
                        "update software_certificate set issued_at = now() - interval '300 days' where company_register = ?",
                        editor.companyRegister());
        issue();
        assertFalse(asBatch.call(() -> reminders.process(person.id())));
    }

    @Test
    void aDemarcheThatRequiresItLetsOnlyCertifiedSoftwareStart() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 60, 90).code;
        require(process, true);
        var id = configured(process);

        var refused = assertThrows(InvalidRequest.class, () -> activate(id));
        assertTrue(refused.getMessage().contains("exige un logiciel certifié"), refused::getMessage);
        assertTrue(AsCaller.call(ada, () -> overview.read(ada, id)).uncertified());

        passes(id, "4.2.1");
        issue();
        activate(id);

        assertEquals(SubscriptionStatus.ACTIVE, line(ada, id).status());
        assertFalse(AsCaller.call(ada, () -> overview.read(ada, id)).uncertified());
    }

    @Test
    void theApiAnswersAsBeforeUnlessTheDemarcheRequiresIt() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 60, 90).code;
        var id = configured(process);
        var admin = Partner.of("demo-admin").atReferential();
        var wanted = (ObjectNode) admin.get("/subscriptions/" + id).json();
        wanted.remove(List.of("id", "creationDateTime"));
        wanted.put("status", "Actif");
        require(process, true);

        var answer = admin.put("/subscriptions/" + id, wanted.toString()).expect(400);
        assertTrue(answer.text().contains("requires certified software"), answer::text);
        require(process, false);
        admin.put("/subscriptions/" + id, wanted.toString()).expect(200);
    }

    @Test
    void subscriptionsThatWereInServiceContinueAndAreListed() throws Exception {
        var demarche = OwnDemarche.keeping("DONE", 30, 60, 90);
        require(demarche.code, true);
        var own = Callers.manager(demarche.town.organizationKey());

        var told = AsCaller.call(own, () -> overview.uncertified(own));

        assertEquals(
                List.of(demarche.code),
                told.stream().map(SubscriptionLine::processCode).toList());
        var id = told.get(0).id();
        long suspended =
                AsCaller.call(own, () -> life.suspend(own, id, told.get(0).version()));
        AsCaller.call(own, () -> life.reactivate(own, id, suspended));
        var other = new SubscriptionSettings(AccessMode.API, NotificationFrequency.NONE, null, editor);
        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.call(
                        own, () -> life.configure(own, id, line(own, id).version(), other)));
        var village = Callers.manager(demarche.village.organizationKey());
        assertEquals(List.of(), AsCaller.call(village, () -> overview.uncertified(village)));
    }

    @Test
    void runsWithCredentialsOfNoSubscriptionCountForTheEditorOfTheOneThatTheyOpen() throws Exception {
        var id = configured("EtatCivil");
        PassedBench.of(id, missing(), "4.2.1");
        sql().change("update api_client set subscription_id = null where client_id = ?", PassedBench.clientOf(id));

        assertEquals(editor, issue().organization());
        assertFalse(
                AsCaller.call(ada, () -> certification.progress(ada)).get(0).isReady(),
                "it is no software of the town");
    }

    @Test
    void aCertificateIsForOneVersionThatHasPassedAll() throws Exception {
        var id = configured("EtatCivil");
        assertThrows(InvalidRequest.class, this::issue);
        var all = missing();
        PassedBench.of(id, all, "4.2.1");
        sql().change(
                        "update bench_run set software_version = '4.3' where client_id = ? and scenario = ?",
                        PassedBench.clientOf(id),
                        all.get(0));
        assertThrows(InvalidRequest.class, this::issue);

        PassedBench.of(id, all.subList(0, 1), "4.2.1");
        var certificate = issue();

        assertEquals(4, certificate.majorVersion());
        assertEquals(certificate.id(), issue().id());
        assertEquals(
                1,
                sql().count(
                                "audit_entry where action = 'CERTIFICATE_ISSUED' and subject = ?",
                                certificate.id().toString()));
        assertTrue(certificates.list().stream()
                .anyMatch(each -> each.certificate().id().equals(certificate.id())));
        var jws = JWSObject.parse(certificate.jws());
        var keys = JWKSet.parse(
                Partner.send(Partner.to("/.well-known/jwks.json").GET()).text());
        var key = keys.getKeyByKeyId(jws.getHeader().getKeyID()).toOctetKeyPair();
        assertTrue(jws.verify(new Ed25519Verifier(key)));
    }

    @Test
    void aCertificateIsOfTheSoftwareThatAsksForIt() throws Exception {
        var id = configured("EtatCivil");
        var all = missing();
        PassedBench.of(id, all, "4.2.1");
        PassedBench.of(id, all, "5.0");
        var older = new PartnerInfo("Ponant", "Escale", "4.2.1");
        var other = new PartnerInfo("Ponant", "Escale", "6.0");

        assertEquals(older, issue(older).software());
        assertEquals("5.0", issue().software().softwareVersion());
        assertThrows(InvalidRequest.class, () -> issue(other));
    }

    @Test
    void aScenarioThatFailedSinceOrIsOldDoesNotCount() throws Exception {
        var id = configured("EtatCivil");
        passes(id, "4.2.1");
        sql().change(
                        "update bench_run set ended_at = now() - interval '31 days' where client_id = ?",
                        PassedBench.clientOf(id));
        assertThrows(InvalidRequest.class, this::issue);
        passes(id, "4.2.1");
        assertTrue(progress(SoftwareProfile.SI).isReady());

        PassedBench.of(id, List.of("nominal"), "4.2.1");
        sql().change("""
                update bench_run set state = 'FAILED', ended_at = now() + interval '1 second'
                where id = (select max(id::text)::uuid from bench_run where client_id = ? and scenario = 'nominal')""", PassedBench.clientOf(id));

        assertEquals(List.of("nominal"), missing());
    }

    @Test
    void aRevokedCertificateIsNamedAndNeedsNewRuns() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 60, 90).code;
        require(process, true);
        var id = configured(process);
        passes(id, "4.2.1");
        var certificate = issue();

        revoke(certificate);

        assertThrows(InvalidRequest.class, () -> activate(id));
        assertThrows(InvalidRequest.class, () -> revoke(certificate));
        assertThrows(InvalidRequest.class, this::issue);
        assertThrows(InvalidRequest.class, () -> bring(certificate.jws()));
        assertEquals("Essais truqués", certificates.read(certificate.id()).revocationReason());
        assertTrue(certification.check(certificate.jws()).orElseThrow().revokedAt() != null);
        passes(id, "4.2.2");
        assertFalse(issue().id().equals(certificate.id()));
    }

    SoftwareCertificate bring(String jws) throws Exception {
        return AsCaller.call(edith, () -> certification.bring(edith, jws));
    }

    static String signed(OrganizationKey holder, SealKey key, String end) {
        return SignedClaims.signWithKey(
                "hubee-software-certificate", """
                {"version":1,"iss":"https://bench.example","sub":"%s","jti":"%s","iat":1796007600,"exp":%s,"profile":"SI",
                "software":{"editor":"Ponant","application":"Escale","version":"4.2.1","major":4},"scenarios":["nominal"]}""".formatted(holder, UUID.randomUUID(), end), key);
    }

    @Test
    void theCertificateOfAnotherHubIsKeptWhenItsKeyIsTrusted() throws Exception {
        var trusted = seal.key().orElseThrow();
        var jws = signed(editor, trusted, "4102444800");

        var kept = bring(" " + jws.substring(0, 40) + "\n" + jws.substring(40));

        assertEquals(kept.id(), bring(jws).id());
        assertEquals(
                List.of(kept.id()),
                AsCaller.call(edith, () -> certification.list(edith)).stream()
                        .map(SoftwareCertificate::id)
                        .toList());
        assertThrows(InvalidRequest.class, () -> bring(signed(editor, SealKey.of(new byte[32]), "4102444800")));
        assertThrows(InvalidRequest.class, () -> bring(signed(editor, trusted, "1600000000")));
        assertThrows(NotAllowed.class, () -> bring(signed(town.organizationKey(), trusted, "4102444800")));
        assertThrows(InvalidRequest.class, () -> bring("eyJ"));
    }
}
