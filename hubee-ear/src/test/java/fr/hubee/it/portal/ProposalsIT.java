package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.people.account.ActorType;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Checks that organisations and people are proposed below the fields in which they are searched, by name or number. */
class ProposalsIT extends InBrowser {
    final NewTown town = NewTown.fresh().registered();
    final String word = "Lieu" + town.companyRegister();

    void named(NewTown which, String name) {
        Database.change(
                "update organization set name = ? where company_register = ?",
                name + " " + word,
                which.companyRegister());
    }

    NewTown anotherNamed(String name) {
        var another = NewTown.fresh().registered();
        named(another, name);
        return another;
    }

    String proposal(String name, NewTown which) {
        return name + " " + word + " – " + which.name();
    }

    static List<?> proposed() {
        return (List<?>) chrome.script(
                "return [...document.querySelectorAll('.ui-autocomplete-panel li')].map(each => each.innerText)");
    }

    static String typed(String id) {
        return chrome.find("#" + id + "_input").getDomProperty("value");
    }

    /** Types the text, until proposals are shown. The last letter is typed alone: a pause within a word would send a request. */
    static Chrome ask(String id, String text) {
        var last = text.length() - 1;
        chrome.script(
                "document.getElementById(arguments[0]).value = arguments[1]", id + "_input", text.substring(0, last));
        chrome.find("#" + id + "_input").sendKeys(text.substring(last));
        return chrome.await("#" + id + "_input[aria-expanded=true]");
    }

    static Chrome take(String id, String text) {
        ask(id, text).keys(Keys.ARROW_DOWN);
        return chrome.keys(Keys.ENTER).await("#" + id + "_input[aria-expanded=false]");
    }

    /** Returns the proposals that the server sends her, without a browser. */
    static List<String> proposed(Visitor person, String list, String text) {
        var answer = new SignedIn(person)
                .get("/propositions/" + list + "?query=" + text)
                .expect(200);
        return StreamSupport.stream(answer.json().path("suggestions").spliterator(), false)
                .map(each -> each.path("label").asText())
                .toList();
    }

    @Test
    void anOrganizationIsTakenWithTheArrowsAndTheEnterKey() {
        named(town, "Étival");
        var last = anotherNamed("Zuydcoote");
        Visitor.agent(town, "EtatCivil");
        chrome.signIn(Visitor.national()).open("/comptes");

        ask("organisation", word);
        assertEquals(List.of(proposal("Étival", town), proposal("Zuydcoote", last)), proposed());
        chrome.script("PrimeFaces.hideOverlaysOnViewportChange = false");
        chrome.judge("comptes-propositions");
        chrome.keys(Keys.ARROW_DOWN, Keys.ENTER).await("#organisation_input[aria-expanded=false]");

        assertEquals(proposal("Étival", town), typed("organisation"));
        chrome.enter();
        assertEquals("Un utilisateur trouvé", chrome.text("#count"));
        assertEquals(proposal("Étival", town), typed("organisation"));
    }

    @Test
    void theEnterKeySendsWhatIsTypedUnlessAProposalIsTaken() {
        Visitor.agent(town, "EtatCivil");
        chrome.signIn(Visitor.national()).open("/comptes");

        chrome.type("organisation_input", town.companyRegister()).enter(); // before anything is proposed
        assertTrue(chrome.local().contains("organisation=" + town.companyRegister()), chrome::local);
        assertEquals("Un utilisateur trouvé", chrome.text("#count"));

        chrome.open("/comptes");
        ask("organisation", town.companyRegister()).enter();
        assertEquals("Un utilisateur trouvé", chrome.text("#count"));
    }

    @Test
    void theEscapeKeyClosesTheProposalsAndKeepsWhatIsTyped() {
        chrome.signIn(Visitor.national()).open("/comptes");
        ask("organisation", town.companyRegister());

        chrome.keys(Keys.ESCAPE).await("#organisation_input[aria-expanded=false]");

        assertFalse(chrome.find(".ui-autocomplete-panel").isDisplayed());
        assertEquals(town.companyRegister(), typed("organisation"));
    }

    @Test
    void nothingFoundIsShownInFrench() {
        chrome.signIn(Visitor.national()).open("/comptes");
        chrome.script("PrimeFaces.hideOverlaysOnViewportChange = false");
        ask("organisation", "personne" + word);

        assertEquals("Aucune proposition", chrome.text(".ui-autocomplete-panel"));
        assertEquals(
                "Aucune proposition", chrome.find(".ui-autocomplete-status").getDomProperty("textContent"));
        chrome.judge("comptes-aucune-proposition");
    }

    @Test
    void aNameIsATextWhateverItHolds() {
        named(town, "<img src=x onerror=alert(1)> \"l’Orme\"");
        chrome.signIn(Visitor.national()).open("/comptes");

        take("organisation", word);

        assertEquals(proposal("<img src=x onerror=alert(1)> \"l’Orme\"", town), typed("organisation"));
        assertFalse(chrome.has(".ui-autocomplete-panel img"));
        chrome.assertNoTrouble();
    }

    @Test
    void theOrganizationOfANewAccountIsTakenFromTheProposals() {
        named(town, "Étival");
        DataPass.asksFor(town, "EtatCivil");
        chrome.signIn(Visitor.national()).open("/nouveau-compte");

        take("cherche", word).enter();

        chrome.shows("Cette personne agira pour Étival " + word);
        chrome.type("email", "paul@mairie").press("add");
        chrome.shows("Cette personne agira pour Étival " + word);
    }

    @Test
    void aSuccessorIsTakenFromTheProposalsWhichLeaveOutTheFormerOne() {
        named(town, "Étival");
        var successor = anotherNamed("Val-d’Étival");
        chrome.signIn(Visitor.national()).open("/fusion?source=" + town.name());

        ask("texte", word);
        assertEquals(List.of(proposal("Val-d’Étival", successor)), proposed());
        take("texte", word).enter();

        assertTrue(chrome.text("#preview").contains("Val-d’Étival " + word), chrome::text);
        chrome.hides("Aucun service instructeur");
        chrome.touch("#open-merge")
                .await(".ui-dialog[aria-hidden=false]")
                .touch("#sure")
                .press("merge");
        chrome.shows("La fusion est faite");
    }

    @Test
    void aPersonOfTheJournalIsTakenFromTheProposalsAmongThoseOfTheSameName() {
        var first = NewPerson.camille(Organizations.HUB, ActorType.NATIONAL_ADMINISTRATOR)
                .named("Zoé", word);
        var second = NewPerson.camille(Organizations.HUB, ActorType.NATIONAL_ADMINISTRATOR)
                .named("Zoé", word);
        var zoe = Visitor.of(first.email("a." + town.companyRegister() + "@hubee.example"));
        var namesake = Visitor.of(second.email("b." + town.companyRegister() + "@hubee.example"));
        new SignedIn(zoe).get("/journal?format=csv&objet=EtatCivil");
        new SignedIn(namesake).get("/journal?format=csv&objet=RSAFIM");
        chrome.signIn(Visitor.national()).open("/journal?auteur=" + word);
        assertEquals(2, lines());

        take("auteur", "zoé " + word).enter();

        assertEquals("Zoé " + word + " – " + zoe.email(), typed("auteur"));
        assertEquals(1, lines());
        assertTrue(chrome.text("tbody tr").contains("EtatCivil"), chrome::text);
    }

    static int lines() {
        return ((Long) chrome.script("return document.querySelectorAll('tbody tr').length")).intValue();
    }

    @Test
    void nobodyIsProposedWhatSheDoesNotSee() {
        named(town, "Étival");
        town.subscribed("EtatCivil");
        var proposal = List.of(proposal("Étival", town));
        var dila = Visitor.of(NewPerson.camille(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR));
        var cnaf = Visitor.of(NewPerson.camille(Organizations.CNAF, ActorType.BUSINESS_ADMINISTRATOR));
        var ada = Visitor.administrator(town);
        var agent = Visitor.agent(town, "EtatCivil");

        assertEquals(proposal, proposed(Visitor.national(), "organisations", word));
        assertEquals(proposal, proposed(Visitor.national(), "abonnes", word));
        assertEquals(proposal, proposed(dila, "abonnes", word));
        assertEquals(List.of(), proposed(cnaf, "abonnes", word));
        for (var refused : List.of(
                new SignedIn(agent).get("/propositions/abonnes?query=" + word),
                new SignedIn(agent).get("/propositions/personnes?query=verneuil"),
                new SignedIn(ada).get("/propositions/organisations?query=" + word),
                new SignedIn(dila).get("/propositions/services?query=" + word))) {
            refused.expect(403);
        }
        assertEquals(2, proposed(ada, "personnes", "verneuil").size()); // of her own town
    }

    @Test
    void whoeverIsNotSignedInIsProposedNothing() {
        var session = Visitor.national();
        var stranger = new SignedIn(session);
        session.loseSessions();

        stranger.get("/propositions/organisations?query=" + word).expect(302);
    }

    @Test
    void twoLettersProposeTenAtMost() {
        for (int i = 0; i < 11; i++) {
            anotherNamed("Commune " + i);
        }
        assertEquals(10, proposed(Visitor.national(), "organisations", word).size());
        assertEquals(List.of(), proposed(Visitor.national(), "organisations", "L"));
        new SignedIn(Visitor.national()).get("/propositions/tout?query=" + word).expect(404);
    }

    @Test
    void withoutScriptsItIsATextFieldOfItsForm() {
        var page = new SignedIn(Visitor.national()).get("/comptes?organisation=" + town.companyRegister());

        page.shows("name=\"organisation\"", "value=\"" + town.companyRegister() + "\"");
    }

    @Test
    void theSubscriptionsOfOneOrganizationAreThoseOfItsKey() {
        named(town, "Étival");
        town.subscribed("EtatCivil");
        var other = new NewTown(town.companyRegister(), "00001").registered(); // another office of the same SIRET
        other.subscribed("EtatCivil");
        chrome.signIn(Visitor.national()).open("/abonnements?abonne=" + town.companyRegister());
        assertEquals("2 abonnements trouvés", chrome.text("#count"));

        chrome.open("/abonnements");
        take("abonne", word).enter();

        assertEquals("Un abonnement trouvé", chrome.text("#count"));
        chrome.judge("abonnements-d-une-organisation");
    }
}
