package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Mailbox;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Sirets;
import fr.hubee.it.world.Stored;
import fr.hubee.people.account.ActorType;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that the national administrator subscribes an organisation where there is no DataPass. */
class NewSubscriptionPageIT extends InBrowser {
    final NewTown town = new NewTown(Sirets.fresh(), "77372");
    final String ada = "ada." + town.companyRegister() + "@pontcarre.fr";
    final Visitor national = Visitor.national();

    @BeforeEach
    void signIn() {
        chrome.signIn(national);
    }

    void openFor(NewTown subscriber) {
        chrome.open("/nouvel-abonnement?organisation=" + subscriber.name());
    }

    void fill(String process) {
        chrome.chooseValue("process", process);
        chrome.touch("#portal")
                .type("email", "mairie@pontcarre.fr")
                .type("administratorEmail", ada)
                .type("administratorFirstName", "Ada")
                .type("administratorLastName", "Lovelace");
    }

    int accounts() {
        return Database.count("account where email = ?", ada);
    }

    /** The town's télédossiers in the portal. */
    int arrived() {
        return Database.count("cases where company_register = ?", town.companyRegister());
    }

    @Test
    void aHubWhereNobodyExchangesHasItsFirstTeledossierAfterFourPages() {
        chrome.open("/organisation");
        chrome.chooseValue("TYPE", "SI");
        chrome.type("COMPANY_REGISTER", town.companyRegister())
                .type("BRANCH_CODE", town.branchCode())
                .type("NAME", "Pontcarré")
                .type("POSTAL_CODE", "77135")
                .type("TERRITORY", "Pontcarré")
                .press("save");
        chrome.follow("#subscribe").judge("nouvel-abonnement");

        fill("EtatCivil");
        chrome.press("create");
        chrome.shows("Pontcarré pourra recevoir les télédossiers", "Un courriel part vers " + ada);
        assertFalse(chrome.text("#create-dialog").contains("L’opérateur"), chrome::text);
        assertEquals(0, accounts(), "nothing is done before it was confirmed");
        chrome.judge("nouvel-abonnement-confirmation").press("confirm-create");

        chrome.shows("L’abonnement est créé.");
        var id = UUID.fromString(chrome.local().replaceFirst(".*=", ""));
        assertEquals("Inactif", SubscriptionPagesIT.badge(chrome));
        assertEquals("DAILY PORTAIL mairie@pontcarre.fr", Database.text("""
                select notification_frequency || ' ' || access_mode || ' ' || email from subscription where id = ?""", id));
        assertEquals(
                1,
                Database.count(
                        "audit_entry where actor = ? and action = 'SUBSCRIPTION_CREATED' and subject = ?",
                        national.email(),
                        id.toString()));
        assertTrue(Mailbox.of(ada).await().link().contains("/mot-de-passe"));
        chrome.judge("abonnement-sans-datapass").touch("#ask-activate").press("activate");
        assertEquals("Actif", SubscriptionPagesIT.badge(chrome));
        Stored.subscription(id).set("activated_at = now() - interval '1 day'"); // it starts at 00:01

        chrome.open("/nouveau-client-api");
        chrome.chooseValue("scope", "OSL");
        chrome.chooseValue("organization", Organizations.DILA.toString());
        chrome.press("create");
        var operator = Partner.holding(Partner.askToken(chrome.text("#client-id"), chrome.text("#client-secret"))
                .expect(200));
        Deposit.complete(operator, "EtatCivil", "ActeEtatCivil-XML", town);
        assertEquals(1, arrived());
    }

    @Test
    void allThatIsMissingIsRefusedAtOnce() {
        openFor(town.registered());
        chrome.press("create");

        assertEquals("Choisissez une démarche dans la liste.", chrome.text("#process-error"));
        assertTrue(chrome.text("#accessMode-error").contains("modalité d’accès"), chrome::text);
        assertTrue(chrome.has("#email-error") && chrome.has("#administratorEmail-error"), chrome::text);
        assertTrue(chrome.text("#administratorFirstName-error").contains("Prénom"), chrome::text);
        assertTrue(chrome.text("#administratorLastName-error").contains("Nom"), chrome::text);
        assertFalse(chrome.has("#create-dialog"));
        chrome.judge("nouvel-abonnement-refuse");
    }

    @Test
    void whoIsSubscribedAlreadyIsLedToTheSubscription() {
        var id = DataPass.asksFor(town.registered(), "EtatCivil");
        openFor(town);
        fill("EtatCivil");
        chrome.press("create");

        assertTrue(chrome.text("#process-error").contains("a déjà un abonnement à EtatCivil"), chrome::text);
        chrome.judge("nouvel-abonnement-existant").follow("#existing");
        assertEquals("/abonnement?id=" + id, chrome.local());
        assertEquals(0, accounts());
    }

    @Test
    void aSubscriptionThatWasMadeMeanwhileIsNotMadeTwice() {
        openFor(town.registered());
        fill("EtatCivil");
        chrome.press("create");
        DataPass.asksFor(town, "EtatCivil");
        chrome.press("confirm-create");

        assertTrue(chrome.text("#process-error").contains("a déjà un abonnement à EtatCivil"), chrome::text);
        assertFalse(chrome.has("#create-dialog"));
        assertEquals(0, accounts());
    }

    @Test
    void aDemarcheThatIsClosedIsRefused() {
        openFor(town.registered());
        fill("DDmariage");
        chrome.press("create");

        assertTrue(chrome.text("#process-error").contains("fermée aux nouveaux abonnements"), chrome::text);
    }

    @Test
    void anAdministratorOfAnotherOrganisationIsRefused() {
        var other = Visitor.administrator(NewTown.fresh().registered());
        openFor(town.registered());
        fill("EtatCivil");
        chrome.type("administratorEmail", other.email()).press("create");

        assertTrue(chrome.text("#administratorEmail-error").contains("dans une autre organisation"), chrome::text);
    }

    @Test
    void anAdministratorWhoHasAnAccountKeepsItAndTheOperatorValidatesWhereItDoesSo() {
        var known = Visitor.administrator(town.registered());
        openFor(town);
        fill(SubscriptionPagesIT.MANUAL);
        chrome.type("administratorEmail", known.email()).press("create");
        chrome.shows("a déjà un compte dans cette organisation", "L’opérateur de la démarche pourra le valider");
        chrome.press("confirm-create");

        chrome.shows("À valider par l’opérateur");
        assertEquals(1, Database.count("account where company_register = ?", town.companyRegister()));
    }

    @Test
    void theServiceIsSearchedAndOnlyAServiceSubscribes() {
        town.registered();
        chrome.open("/abonnements").follow("#new");
        chrome.judge("nouvel-abonnement-organisation").type("cherche_input", town.companyRegister());
        chrome.press("search").follow(".cards a");
        chrome.shows("Pour Commune de Pontcarré");

        chrome.open("/nouvel-abonnement?cherche=personne-ne-l-a").shows("Aucune organisation ne correspond");
        assertTrue(chrome.has(".empty a[href='/organisation']"), chrome::text);
        chrome.open("/nouvel-abonnement?cherche=" + Organizations.DILA.companyRegister())
                .shows("Aucune organisation ne correspond");
        chrome.open("/nouvel-abonnement?organisation=" + Organizations.DILA)
                .shows("Seul un service instructeur s’abonne");
        chrome.expectingError(403);
        chrome.open("/nouvel-abonnement?organisation=SI-00000000000000-00000").expectingError(404);
    }

    @Test
    void othersAskDataPass() {
        chrome.signIn(Visitor.of(NewPerson.camille(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR)))
                .open("/abonnements");
        assertFalse(chrome.has("#new"));
        chrome.open("/nouvel-abonnement").shows("Demandez-le avec DataPass");
        chrome.expectingError(403);
    }
}
