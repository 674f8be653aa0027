package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Sirets;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.people.account.ActorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that a double click acts once: a script holds the second click back; without scripts, the form arrives twice at once. */
class DoubleClickIT extends InBrowser {
    final NewTown town = NewTown.fresh().registered();

    Visitor person;

    @TempDir
    Path folder;

    @BeforeEach
    void signIn() {
        person = Visitor.national();
        chrome.signIn(person);
    }

    /** Checks how often the journal says that she has done it. */
    void assertDone(int times, AuditAction action) {
        assertEquals(
                times,
                Database.count("audit_entry where actor = ? and action = ?", person.email(), action.name()),
                chrome::text);
    }

    static void assertPostedTwice(String button) {
        assertEquals(List.of(200L, 200L), chrome.postTwice(button));
        chrome.assertNoTrouble();
    }

    @Test
    void anAccountIsCreatedOnce() {
        DataPass.asksFor(town, "EtatCivil");
        newAccount("ada");
        chrome.twice("add");
        assertEquals("Paul Martin", chrome.title(), chrome::text);
        assertDone(1, AuditAction.ACCOUNT_CREATED);

        newAccount("paul");
        assertPostedTwice("add");
        assertDone(2, AuditAction.ACCOUNT_CREATED);
    }

    void newAccount(String name) {
        chrome.open("/nouveau-compte?organisation=" + town.name())
                .choose("type", "Administrateur local")
                .choose("civility", "M.")
                .type("firstName", "Paul")
                .type("lastName", "Martin")
                .type("phone", "01 60 00 00 01")
                .type("email", name + "." + town.companyRegister() + "@pontcarre.fr");
    }

    @Test
    void aLinkIsAskedForOnce() {
        chrome.open("/compte?id=" + Visitor.agent(town).id());

        chrome.touch("#ask-link").twice("send-link");

        assertDone(1, AuditAction.LINK_SENT);
    }

    @Test
    void credentialsOfASubscriptionAreMadeOnceAndShown() {
        person = Visitor.administrator(town);
        chrome.signIn(person);
        openInApiMode("EtatCivil");
        chrome.touch("#ask-create").twice("create");
        assertEquals(43, chrome.find("#client-secret").getDomProperty("value").length());
        assertDone(1, AuditAction.CREDENTIALS_CREATED);

        openInApiMode("CERTDC");
        assertPostedTwice("create");
        assertDone(2, AuditAction.CREDENTIALS_CREATED);

        chrome.open(chrome.local());
        assertPostedTwice("renew");
        assertDone(1, AuditAction.CREDENTIALS_RENEWED);
    }

    void openInApiMode(String processCode) {
        var id = DataPass.asksFor(town, processCode);
        Stored.subscription(id).hasAccessMode("API");
        chrome.open("/abonnement?id=" + id);
    }

    @Test
    void aSubscriptionIsValidatedOnce() {
        person = Visitor.of(NewPerson.camille(Organizations.CNAF, ActorType.BUSINESS_ADMINISTRATOR));
        chrome.signIn(person).open(toBeValidated(town));
        chrome.touch("#ask-validate").twice("validate");
        assertEquals("Inactif", SubscriptionPagesIT.badge(chrome));
        assertDone(1, AuditAction.SUBSCRIPTION_VALIDATED);

        chrome.open(toBeValidated(NewTown.fresh().registered()));
        assertPostedTwice("validate");
        assertDone(2, AuditAction.SUBSCRIPTION_VALIDATED);
    }

    static String toBeValidated(NewTown town) {
        return "/abonnement?id=" + DataPass.asksToBeValidated(town, SubscriptionPagesIT.MANUAL);
    }

    @Test
    void aClientOfTheApiIsMadeOnceAndItsSecretShown() {
        newClient();
        chrome.twice("create");
        assertEquals(true, chrome.has("#client-secret"));
        assertDone(1, AuditAction.CREDENTIALS_CREATED);
        chrome.touch("#open-renew").await(".ui-dialog[aria-hidden=false]");
        assertPostedTwice("renew");
        assertDone(1, AuditAction.CREDENTIALS_RENEWED);

        newClient();
        assertPostedTwice("create");
        assertDone(2, AuditAction.CREDENTIALS_CREATED);
        assertPostedTwice("create"); // once more, later: the form is still the same
        assertDone(2, AuditAction.CREDENTIALS_CREATED);
    }

    static void newClient() {
        chrome.open("/nouveau-client-api");
        chrome.chooseValue("scope", "OSL");
        chrome.chooseValue("organization", "OSL-99000001000019-00000");
    }

    @Test
    void aDemarcheIsCreatedAndChangedOnce() {
        var code = "Clic" + town.companyRegister();
        newProcess(code);
        chrome.twice("save");
        assertEquals("Démarche " + code, chrome.title());
        assertDone(1, AuditAction.PROCESS_CREATED);

        chrome.type("NAME", "Une autre fois").twice("save");
        assertDone(1, AuditAction.PROCESS_CHANGED);
        chrome.type("NAME", "Encore une fois");
        assertPostedTwice("save");
        assertDone(2, AuditAction.PROCESS_CHANGED);

        newProcess(code + "b");
        assertPostedTwice("save");
        assertDone(2, AuditAction.PROCESS_CREATED);
    }

    static void newProcess(String code) {
        chrome.open("/demarche");
        ProcessPagesIT.fillIn(chrome, code);
    }

    @Test
    void aFileIsImportedOnce() throws IOException {
        checked();
        chrome.touch("#open-run").await(".ui-dialog[aria-hidden=false]").twice("run");
        assertDone(1, AuditAction.ORGANIZATION_CREATED);

        checked();
        assertPostedTwice("run");
        assertDone(2, AuditAction.ORGANIZATION_CREATED);
    }

    void checked() throws IOException {
        var file = Files.writeString(
                folder.resolve("organisations.csv"),
                "Type;SIRET;Code guichet;Nom;Code postal;Territoire\nSI;" + Sirets.fresh()
                        + ";77372;Pontcarré;77135;Pontcarré\n");
        chrome.open("/import-organisations").find("#file").sendKeys(file.toString());
        chrome.press("check");
    }
}
