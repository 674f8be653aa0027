package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.clients.client.ShownCredentials;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionFilter;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.Mailbox;
import fr.hubee.it.ReceivedMail;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.password.LinkService;
import fr.hubee.people.password.LinkService.LinkView;
import fr.hubee.people.password.PasswordLink.LinkPurpose;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.signin.SignInOutcome.PasswordRefused;
import fr.hubee.people.signin.SignInOutcome.SecondFactorNeeded;
import fr.hubee.people.signin.SignInOutcome.SignedIn;
import fr.hubee.people.signin.SignInService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** §5.1: a town hall requests a démarche through DataPass, and its administrator does the rest. */
class SubscriptionIT extends InServer {
    static final String HERE = "127.0.0.1";
    static final String PASSWORD = "Trois-ponts 7 péniches";

    final NewTown town = NewTown.fresh();
    final String email = "ada." + town.companyRegister() + "@pontcarre.fr";

    @Inject
    LinkService links;

    @Inject
    SignInService signIn;

    @Inject
    SessionService sessions;

    @Inject
    SubscriptionOverviewService overview;

    @Inject
    SubscriptionLifeService life;

    @Inject
    CredentialService credentials;

    @Inject
    Clock clock;

    @Test
    void aTownAsksForAProcessAndReceivesItsFirstFolder() throws Exception {
        // DataPass looks the organisation up, creates what is not there, and names its administrator
        var datapass = Partner.of("demo-datapass").atReferential();
        assertEquals(
                "Organization is not found",
                datapass.get("/organizations/" + town.name()).error());
        datapass.post("/organizations", town.organization()).expect(201);
        var request = town.subscription("EtatCivil").replace("ada.lovelace@pontcarre.fr", email);
        var created = datapass.post("/subscriptions", request).expect(201);
        assertEquals("Inactif", created.field("status"));

        // nothing can be sent to the town yet
        var dila = Partner.of("demo-dila");
        assertEquals(
                "Case recipient " + town.name() + " does not suscribed to EtatCivil",
                dila.post("/folders", Deposit.json(town)).error());

        // the administrator is invited by mail, and signs in
        var ada = signedIn(invitation());

        // the administrator chooses how the town works, from today on
        var subscription = AsCaller.call(ada, () -> overview.page(ada, SubscriptionFilter.ALL))
                .items()
                .get(0);
        var settings = new SubscriptionSettings(AccessMode.API, NotificationFrequency.EACH, email, null);
        long configured =
                AsCaller.call(ada, () -> life.configure(ada, subscription.id(), subscription.version(), settings));
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        AsCaller.call(ada, () -> life.activate(ada, subscription.id(), configured, today));

        // the town's software gets a token with the credentials that are shown
        var software =
                software(AsCaller.call(ada, () -> credentials.create(ada, subscription.id(), NewSecret.random())));

        // and is told of the first folder
        var deposit = Deposit.complete(dila, "EtatCivil", "ActeEtatCivil-XML", town);
        assertNotNull(software.notificationOf(deposit.caseId()));
        software.get(deposit.casePath()).expect(200);

        // all of it can be read again
        var history = AsCaller.call(ada, () -> overview.history(ada, subscription.id()));
        assertTrue(history.stream().anyMatch(line -> line.actor().equals(email)), history::toString);
    }

    private String invitation() {
        var mail = Mailbox.of(email).await();
        assertEquals("HubEE - Initialisation du mot de passe de votre compte", mail.subject());
        return mail.link().replaceFirst(".*lien=", "");
    }

    private Caller signedIn(String link) {
        assertEquals(
                new LinkView(LinkPurpose.INVITATION, email), links.find(link).orElseThrow());
        assertInstanceOf(PasswordRefused.class, signIn.choosePassword(link, "pontcarré", HERE));
        var chosen = assertInstanceOf(SecondFactorNeeded.class, signIn.choosePassword(link, PASSWORD, HERE));
        var code = Mailbox.of(email).await(2).stream()
                .filter(mail -> mail.subject().equals("HubEE - Votre code de connexion"))
                .map(ReceivedMail::code)
                .findFirst()
                .orElseThrow();
        var in = assertInstanceOf(SignedIn.class, signIn.withCode(chosen.stepToken(), code, HERE));
        assertEquals(ActorType.LOCAL_ADMINISTRATOR, in.account().actorType());
        return sessions.use(in.sessionToken(), HERE).orElseThrow().caller();
    }

    private static Partner software(ShownCredentials shown) {
        var answer = Partner.askToken(
                        Partner.address(),
                        shown.clientId(),
                        shown.clientSecret(),
                        "grant_type=client_credentials&scope=SI")
                .expect(200);
        return Partner.holding(answer);
    }
}
