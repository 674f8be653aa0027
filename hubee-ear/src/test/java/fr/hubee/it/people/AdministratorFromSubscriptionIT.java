package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.Mailbox;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.AccountDetail;
import fr.hubee.people.account.AccountEvent;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.account.NewAccount;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** §5.1: a request of DataPass names an administrator; a new one is invited. */
class AdministratorFromSubscriptionIT extends InServer {
    @Inject
    AccountService accounts;

    @Inject
    AccountLookup directory;

    @Inject
    SubscriptionLifeService life;

    @Inject
    AuditService audit;

    @Inject
    HeardOfAccounts heard;

    final NewTown town = NewTown.fresh();
    final String address = "ada." + town.companyRegister() + "@pontcarre.fr";

    String request(NewTown subscriber, String processCode) {
        return subscriber
                .subscription(processCode)
                .replace(
                        "\"localAdministrator\": {\"email\": \"ada.lovelace@pontcarre.fr\"",
                        "\"localAdministrator\": {\"email\": \"" + address + "\"");
    }

    static Answer send(String request) {
        return Partner.of("demo-datapass").atReferential().post("/subscriptions", request);
    }

    static String accepted(String request) {
        var answer = send(request).expect(201);
        return answer.field("id");
    }

    Optional<KnownAccount> account() {
        return directory.findByLogin(address);
    }

    AccountDetail detail() throws Exception {
        var id = account().orElseThrow().id();
        return AsCaller.call(AccountsIT.NATIONAL, () -> accounts.read(AccountsIT.NATIONAL, id));
    }

    List<AuditLine> journal(String subject) throws Exception {
        var query = new AuditQuery(null, null, null, subject, null, null, 0, 100);
        return AsCaller.call(AccountsIT.NATIONAL, () -> audit.page(query)).items();
    }

    static OrganizationKey key(NewTown town) {
        return OrganizationKey.parse(town.name()).orElseThrow();
    }

    @Test
    void aNewAdministratorHasAnAccountAndIsInvited() throws Exception {
        accepted(request(town.registered(), "EtatCivil"));

        var ada = detail();
        assertEquals(ActorType.LOCAL_ADMINISTRATOR, ada.rights().actorType());
        assertEquals(ActorType.LOCAL_ADMINISTRATOR.defaultRoles(), ada.rights().roles());
        assertEquals(key(town), ada.organization());
        assertTrue(ada.datapass());
        assertTrue(ada.active());
        assertEquals("Secrétaire", ada.identity().function());
        assertNull(ada.identity().civility());
        assertEquals(List.of(new AccountEvent.Created(ada.id())), heard.of(ada.id()));
        assertEquals("hubee", journal(ada.id().toString()).get(0).actor());
    }

    @Test
    void anAddressInCapitalsIsTheSamePerson() throws Exception {
        accepted(request(town.registered(), "EtatCivil"));
        var ada = detail();

        accepted(request(town, "RSA").replace("ada.", "ADA."));

        assertEquals(ada, detail());
        assertEquals(
                List.of(),
                journal(address).stream()
                        .filter(line -> line.action() == AuditAction.ACCOUNT_NOT_CREATED)
                        .toList());
    }

    @Test
    void severalRequestsAtOnceMakeOneAccount() throws Exception {
        town.registered();
        var codes = List.of("EtatCivil", "RSA", "CERTDC");

        var answers = InParallel.of(codes.size(), each -> send(request(town, codes.get(each))));

        answers.forEach(answer -> answer.expect(201));
        assertEquals(
                1,
                heard.of(detail().id()).stream()
                        .filter(AccountEvent.Created.class::isInstance)
                        .count());
    }

    @Test
    void anAdministratorWhoHasAnAccountIsInformedOfEachNewSubscriptionThatNamesHer() throws Exception {
        accepted(request(town.registered(), "EtatCivil"));
        var ada = detail();

        var id = accepted(request(town, "RSA"));

        assertTrue(heard.of(ada.id()).contains(new AccountEvent.NamedBySubscription(ada.id(), UUID.fromString(id))));
        var mail = Mailbox.of(address).await("Un nouvel abonnement vous désigne");
        assertTrue(mail.text().startsWith("Bonjour Ada "), mail.text());
        assertTrue(mail.text().contains("/abonnement?id=" + id), mail.text());
    }

    @Test
    void aRefusedRequestThatIsAcceptedAfterAllInvitesHer() throws Exception {
        var subscription = UUID.fromString(accepted(request(town.registered(), "EtatCivil")
                .replace("Inactif", "Refusé")
                .replaceFirst("\\{", "{\"rejectionReason\": \"À compléter\",")));

        AsCaller.call(AccountsIT.NATIONAL, () -> life.validate(AccountsIT.NATIONAL, subscription, 0));

        assertEquals(ActorType.LOCAL_ADMINISTRATOR, detail().rights().actorType());
    }

    @Test
    void aRefusedRequestInvitesNobody() {
        accepted(request(town.registered(), "EtatCivil")
                .replace("Inactif", "Refusé")
                .replaceFirst("\\{", "{\"rejectionReason\": \"Commune fusionnée\","));

        assertTrue(account().isEmpty());
    }

    @Test
    void withoutNamesThereIsNobodyToInvite() {
        accepted(request(town.registered(), "EtatCivil").replace("\"firstName\": \"Ada\",", ""));

        assertTrue(account().isEmpty());
    }

    @Test
    void anAgentOfTheSameOrganisationStaysAnAgent() throws Exception {
        town.registered().subscribed("EtatCivil");
        var wanted = new NewAccount(ActorType.AGENT, key(town), address, AccountsIT.PAUL, Set.of("EtatCivil"));
        var paul = AsCaller.call(AccountsIT.NATIONAL, () -> accounts.create(AccountsIT.NATIONAL, wanted));

        accepted(request(town, "RSA"));

        assertEquals(paul, detail());
    }

    @Test
    void anAccountOfAnotherOrganisationStaysThereAndTheJournalTellsIt() throws Exception {
        accepted(request(town.registered(), "EtatCivil"));
        var ada = detail();
        var other = NewTown.fresh().registered();

        var id = accepted(request(other, "EtatCivil"));

        assertEquals(ada, detail());
        var line = journal(address).get(0);
        assertEquals(AuditAction.ACCOUNT_NOT_CREATED, line.action());
        assertEquals(other.name(), line.organization());
        assertEquals(id, line.changes().fields().get("subscription").after());
        assertEquals(
                "Cette adresse a déjà un compte dans une autre organisation.",
                line.changes().fields().get("reason").after());
    }

    @Test
    void whatCannotBeAnAccountDoesNotStopTheSubscription() throws Exception {
        var odd = address.replace("ada.", "ada..");

        accepted(request(town.registered(), "EtatCivil").replace(address, odd));

        assertTrue(directory.findByLogin(odd).isEmpty());
        var line = journal(odd).get(0);
        assertEquals(AuditAction.ACCOUNT_NOT_CREATED, line.action());
    }

    @Test
    void aDeactivatedAdministratorIsNotLetInAgain() throws Exception {
        accepted(request(town.registered(), "EtatCivil"));
        var ada = detail();
        var other = new NewAccount(
                ActorType.LOCAL_ADMINISTRATOR, key(town), AccountsIT.address(), AccountsIT.PAUL, Set.of());
        AsCaller.call(AccountsIT.NATIONAL, () -> accounts.create(AccountsIT.NATIONAL, other));
        AsCaller.call(AccountsIT.NATIONAL, () -> accounts.deactivate(AccountsIT.NATIONAL, ada.id(), ada.version()));

        accepted(request(town, "RSA"));

        assertFalse(detail().active());
        assertEquals(
                "Le compte de cette adresse est désactivé.",
                journal(address).get(0).changes().fields().get("reason").after());
    }
}
