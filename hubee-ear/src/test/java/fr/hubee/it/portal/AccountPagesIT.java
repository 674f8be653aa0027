package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Mailbox;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Stored;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** §6.5: local and other administrators manage accounts. */
class AccountPagesIT extends InBrowser {
    NewTown town;

    @BeforeEach
    void aTownHasSubscribed() {
        town = NewTown.fresh().registered();
        DataPass.asksFor(town, "EtatCivil");
    }

    static String page(Visitor person) {
        return "/compte?id=" + person.id();
    }

    static void assertMessage(String text) {
        assertTrue(chrome.text("#told").contains(text), chrome::text);
    }

    @Test
    void anAdministratorAddsAnAgentWhoIsInvited() {
        chrome.signIn(Visitor.administrator(town)).open("/comptes").judge("comptes");
        chrome.press("add").judge("nouveau-compte").shows("Téléphone principal (un des deux est obligatoire)");

        chrome.type("email", "paul@mairie").type("phone", "12").press("add");
        assertEquals(
                "Cette adresse électronique n’est pas complète : écrivez-la comme « mairie@commune.fr ».",
                chrome.text("#email-error"));
        assertEquals("Renseignez « Prénom ».", chrome.text("#firstName-error"));
        assertTrue(chrome.text("#phone-error").startsWith("Un numéro de téléphone a dix chiffres"));
        chrome.judge("nouveau-compte-refuse");

        var email = "paul." + town.companyRegister() + "@pontcarre.fr";
        chrome.choose("civility", "M.")
                .type("firstName", "Paul")
                .type("lastName", "Martin")
                .type("email", email)
                .type("phone", "01 60 00 00 01")
                .press("add");
        assertEquals("Choisissez au moins une démarche à laquelle donner accès.", chrome.text("#processes-error"));
        assertEquals(email, chrome.find("#email").getDomProperty("value"));

        chrome.touch("fieldset input").press("add");
        assertEquals("Paul Martin", chrome.title());
        assertMessage("Un courriel part vers " + email);
        assertEquals(
                "HubEE - Initialisation du mot de passe de votre compte",
                Mailbox.of(email).await().subject());
    }

    @Test
    void whatAnAdministratorNeedsNoHabilitationForIsNotAskedOfHer() {
        chrome.signIn(Visitor.administrator(town)).open("/nouveau-compte");
        assertTrue(chrome.find("fieldset").isDisplayed());

        chrome.choose("type", "Administrateur local");

        assertFalse(chrome.find("fieldset").isDisplayed());
    }

    @Test
    void theListIsFilteredByItsAddress() {
        var ada = Visitor.administrator(town);
        Visitor.agent(town, "EtatCivil");
        chrome.signIn(ada).open("/comptes");
        assertEquals("2 utilisateurs trouvés", chrome.text("#count"));

        chrome.touch(".more summary").choose("type", "Agent").press("filter");
        assertEquals("Un utilisateur trouvé", chrome.text("#count"));
        assertEquals("Agent", chrome.chosen("type"));
        chrome.shows("EtatCivil");

        chrome.open("/comptes?actif=non&type=RIEN&page=zéro").judge("comptes-vide");
        chrome.shows("Aucun compte ne correspond.");
        assertEquals("Aucun utilisateur trouvé", chrome.text("#count"));
        chrome.open("/comptes?nom=V");
        assertEquals("Tapez au moins deux caractères du nom à chercher.", chrome.text("#nom-error"));
        chrome.open("/comptes?nom=verNEU&role=MANAGE_FOLDERS&demarche=EtatCivil&actif=oui");
        assertEquals("Un utilisateur trouvé", chrome.text("#count"));
    }

    @Test
    void rolesAreGivenAndAnAccountIsClosedAndOpenedAgain() {
        var paul = Visitor.agent(town, "EtatCivil");
        chrome.signIn(Visitor.administrator(town)).open(page(paul)).judge("compte");

        chrome.touch("#roles div:nth-of-type(3) input").press("save");
        assertMessage("Les modifications sont enregistrées.");
        assertTrue(chrome.find("#roles div:nth-of-type(3) input").isSelected());

        chrome.judgeDialog("compte-lien", "#ask-link").touch("#ask-link").press("send-link");
        assertMessage("Un courriel part vers " + paul.email());
        chrome.judgeDialog("compte-desactiver", "#ask-deactivate")
                .touch("#ask-deactivate")
                .press("deactivate");
        assertEquals("Désactivé", chrome.text("#state"));
        chrome.judge("compte-desactive");
        chrome.judgeDialog("compte-reactiver", "#ask-activate")
                .touch("#ask-activate")
                .press("activate");
        assertEquals("Actif", chrome.text("#state"));
    }

    @Test
    void theFunctionAndARoleAreSavedTogether() {
        var paul = Visitor.agent(town, "EtatCivil");
        chrome.signIn(Visitor.administrator(town)).open(page(paul));
        assertFalse(chrome.find("#role-READ_USERS").isSelected());

        chrome.type("function", "Responsable de l’état civil")
                .touch("#role-READ_USERS")
                .press("save");

        assertMessage("Les modifications sont enregistrées.");
        chrome.open(page(paul));
        assertEquals("Responsable de l’état civil", chrome.find("#function").getDomProperty("value"));
        assertTrue(chrome.find("#role-READ_USERS").isSelected());
    }

    @Test
    void whatOnlyTheServiceKnowsIsShownNextToItsFieldWithTheRest() {
        var ada = Visitor.administrator(town);
        chrome.signIn(ada).open("/nouveau-compte");

        chrome.type("email", ada.email()).type("phone", "12").press("add");

        assertTrue(chrome.text("#email-error").startsWith("Un compte existe déjà pour l’adresse"));
        assertTrue(chrome.text("#phone-error").startsWith("Un numéro de téléphone a dix chiffres"));
        assertTrue(chrome.text("#processes-error").startsWith("Choisissez au moins une démarche"));
        assertTrue(chrome.has("#refused a[href='#email']"));
        chrome.judge("nouveau-compte-adresse-prise");
    }

    @Test
    void aChangeThatIsRefusedIsShownNextToItsFieldsAndKeepsItsBoxes() {
        var ada = Visitor.administrator(town);
        chrome.signIn(Visitor.national()).open(page(ada));

        chrome.type("lastName", "")
                .choose("type", "Agent")
                .touch("#role-READ_USERS")
                .press("save");

        assertEquals("Renseignez « Nom ».", chrome.text("#lastName-error"));
        assertTrue(chrome.text("#type-error").startsWith("C’est le dernier compte actif"), chrome::text);
        assertTrue(chrome.find("#role-READ_USERS").isSelected());
        chrome.judge("compte-refuse");
    }

    @Test
    void whoComesSecondIsShownWhatChangedAndKeepsWhatSheTyped() {
        var paul = Visitor.agent(town, "EtatCivil");
        chrome.signIn(Visitor.administrator(town)).open(page(paul));
        Stored.account(paul.id()).isChangedByAnother();

        chrome.type("function", "Responsable de l’état civil").press("save");

        assertMessage("Rien n’a été enregistré : ce que vous modifiez a changé depuis que vous l’avez ouvert.");
        assertEquals("Responsable de l’état civil", chrome.find("#function").getDomProperty("value"));
        chrome.judge("compte-conflit");
    }

    @Test
    void theLastAdministratorStaysAndNobodyRaisesHerself() {
        var ada = Visitor.administrator(town);
        chrome.signIn(ada).open(page(ada));
        assertFalse(chrome.has("#ask-deactivate"));

        chrome.touch("#roles div:nth-of-type(4) input").press("save");
        assertMessage("De vos propres droits, vous ne changez que la consultation et la gestion des télédossiers");
        chrome.open(page(ada)).touch("#roles div:nth-of-type(1) input").press("save");
        assertMessage("Les modifications sont enregistrées.");

        chrome.signIn(Visitor.national())
                .open(page(ada))
                .touch("#ask-deactivate")
                .press("deactivate");
        assertMessage("C’est le dernier compte actif « Administrateur local » de cette organisation");
        assertEquals("Actif", chrome.text("#state"));
    }

    @Test
    void whatIsForeignOrForgedIsRefusedInTheFrame() {
        var elsewhere = NewTown.fresh().registered();
        DataPass.asksFor(elsewhere, "EtatCivil");
        var stranger = Visitor.agent(elsewhere, "EtatCivil");
        chrome.signIn(Visitor.administrator(town)).open(page(stranger));
        assertEquals("Cette page ne vous est pas ouverte", chrome.title());
        chrome.expectingError(403);
        chrome.open("/compte?id=n-importe-quoi").expectingError(404);
        chrome.open("/compte?id=" + NewTown.fresh().companyRegister()).expectingError(404);
        chrome.open("/comptes?organisation=" + elsewhere.name()).expectingError(403);
        chrome.open("/nouveau-compte?organisation=" + elsewhere.name());
        chrome.shows("Cette personne agira pour la commune de Pontcarré");

        chrome.signIn(Visitor.agent(town, "EtatCivil")).open("/comptes").expectingError(403);
        chrome.open("/nouveau-compte").expectingError(403);
    }

    @Test
    void whoLosesHerRightsMeanwhileIsRefusedInThePage() {
        var ada = Visitor.administrator(town);
        var paul = Visitor.agent(town, "EtatCivil");
        chrome.signIn(ada).open(page(paul));
        Stored.account(ada.id()).hasRoles("READ_USERS");

        chrome.press("save");

        assertMessage("Vous n’avez pas, ou n’avez plus, le droit de faire cela.");
        chrome.open(page(paul));
        assertFalse(chrome.has("#save"));
        chrome.judge("compte-lecture");
    }

    @Test
    void theNationalAdministratorChoosesAnOrganisationAndSeesAll() {
        Visitor.agent(town, "EtatCivil");
        chrome.signIn(Visitor.national()).open("/comptes?organisation=" + town.companyRegister());
        assertEquals("Un utilisateur trouvé", chrome.text("#count"));
        chrome.judge("comptes-national");

        chrome.open("/nouveau-compte?cherche=" + town.companyRegister()).judge("nouveau-compte-organisation");
        assertEquals(
                "Chercher une organisation", chrome.find("main [role=search]").getAccessibleName());
        chrome.follow(".cards a");
        chrome.shows("Cette personne agira pour la commune de Pontcarré");
        chrome.open("/nouveau-compte?organisation=SI-00000000000000-00000").expectingError(404);
    }

    @Test
    void longWordsFit() {
        var word = "Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson".repeat(3);
        var paul = Visitor.of(NewPerson.camille(town.organizationKey(), ActorType.AGENT)
                .roles(Set.of(Role.values()))
                .reaching("EtatCivil"));
        Stored.account(paul.id()).set("last_name = ?, first_name = ?, function = ?", word, word, word);

        chrome.signIn(Visitor.administrator(town)).open(page(paul)).judge("compte-long");
        chrome.open("/comptes").judge("comptes-long");
    }
}
