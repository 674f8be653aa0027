package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import fr.hubee.launcher.SelfSigned;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks pages on security and damaged files: keys and certificates, a watch that is lifted, a restored file. */
class SafetyPagesIT extends InBrowser {
    @TempDir
    static Path folder;

    final NewTown town = NewTown.fresh().registered();

    static void assertMessage(String text) {
        chrome.shows(text);
    }

    @Test
    void anAdministratorPastesTheKeysAndCertificatesOfAClientAndTakesThemBack() throws Exception {
        chrome.signIn(Visitor.national()).open("/nouveau-client-api");
        chrome.chooseValue("scope", "OSL");
        chrome.chooseValue("organization", "OSL-99000001000019-00000");
        chrome.press("create");
        chrome.open("/client-api?identifiant=" + chrome.text("#client-id"));

        pasteAndTakeBack("client-preuves");
    }

    @Test
    void aTownPastesThoseOfItsSoftwareOnItsSubscription() throws Exception {
        var id = DataPass.asksFor(town, "EtatCivil");
        Stored.subscription(id).hasAccessMode("API");
        chrome.signIn(Visitor.administrator(town)).open("/abonnement?id=" + id);
        chrome.touch("#ask-create").press("create");
        chrome.open("/abonnement?id=" + id);

        pasteAndTakeBack("abonnement-preuves");
    }

    static void pasteAndTakeBack(String name) throws Exception {
        chrome.type("jwks", "n’importe quoi").press("add-keys");
        assertMessage("Ce texte n’est pas un document JWKS");
        chrome.type("jwks", jwks()).press("add-keys");
        assertMessage("Les clés publiques sont enregistrées.");
        var certificate = SelfSigned.make(folder, name, "EC").certificate();
        chrome.type("certificate", certificate).press("add-certificate");
        assertMessage("Le certificat est enregistré.");
        chrome.type("certificate", certificate).press("add-certificate");
        assertMessage("Ce certificat est déjà enregistré.");
        chrome.type("certificate", "").judge(name);
        assertTrue(chrome.text("#proofs").contains("CN=" + name), chrome::text);

        chrome.follow("#keys button");
        assertMessage("La clé est retirée");
        chrome.follow("#certificates button");
        assertMessage("Le certificat est retiré");
        assertFalse(chrome.has("#keys button, #certificates button"));
    }

    static String jwks() throws JOSEException {
        return new JWKSet(
                        new ECKeyGenerator(Curve.P_256).keyID("2026").generate().toPublicJWK())
                .toString(true);
    }

    @Test
    void whoHasSpokenWithSomebodyWhosePasswordWasResetLiftsTheWatch() {
        var paul = Visitor.agent(town);
        Database.change("insert into password_reset values (?, now())", paul.id());
        chrome.signIn(Visitor.administrator(town)).open("/compte?id=" + paul.id());

        chrome.judge("compte-attente").press("lift");

        assertMessage("L’attente est levée");
        assertFalse(chrome.has("#watched"));
        assertEquals(0, Database.count("password_reset where account_id = ?", paul.id()));
    }

    @Test
    void aDamagedFileIsReadAgainUntilItIsTheOneThatWasReceived() throws Exception {
        var dila = Partner.of("demo-dila");
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var path = deposit.casePath() + "/attachments/" + deposit.attachmentId();
        var stored = Files.readAllBytes(blob(deposit));
        Files.write(blob(deposit), new byte[] {1});
        dila.get(path).expect(500);
        var again = "button[title='Relire le fichier " + deposit.attachmentId() + "']";

        chrome.signIn(Visitor.national()).open("/conservation").judge("conservation-abimes");
        assertEquals(String.valueOf(Database.count("damaged_file")), chrome.text("#damaged-files"));
        chrome.follow(again);
        assertMessage("Ce fichier n’est pas encore celui que HubEE a reçu");
        Files.write(blob(deposit), stored);
        chrome.follow(again);

        assertMessage("Le fichier est de nouveau celui que HubEE a reçu");
        assertFalse(chrome.has(again));
        dila.get(path).expect(200);
    }

    static Path blob(Deposit deposit) {
        var key = Database.text("select blob_key from attachment where id = cast(? as uuid)", deposit.attachmentId());
        return Path.of(System.getProperty("hubee.it.blobs"))
                .resolve(key.substring(key.length() - 2))
                .resolve(key);
    }
}
