package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.it.InParallel;
import fr.hubee.it.OverHttp;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** §4.5: an organisation subscribes to a démarche. */
class SubscriptionCreationIT extends OverHttp {
    static final String FAILED = "Bad Request : Validation failed.\n[ERROR][REQUEST]";

    final Partner admin = Partner.of("demo-admin").atReferential();
    final Partner datapass = Partner.of("demo-datapass").atReferential();
    final NewTown town = NewTown.fresh().registered();

    ObjectNode read(String id) {
        return (ObjectNode) admin.get("/subscriptions/" + id).json();
    }

    @Test
    void aNewSubscriptionIsInactiveAndTellsItsAdministratorOnce() {
        var created =
                datapass.post("/subscriptions", town.subscription("EtatCivil")).expect(201);

        assertEquals("Inactif", created.field("status"));
        assertEquals("Unitaire", created.field("notificationFrequency"));
        assertEquals("Ada", created.field("localAdministrator/firstName"));
        var later = read(created.field("id"));
        assertEquals(
                "{\"email\":\"ada.lovelace@pontcarre.fr\"}",
                later.path("localAdministrator").toString());
    }

    @Test
    void aSecondOneForTheSamePairExistsAlready() {
        town.subscribed("EtatCivil");

        var again =
                datapass.post("/subscriptions", town.subscription("EtatCivil")).expect(400);

        assertEquals("Subscription EtatCivil for organization " + town.name() + " already exists", again.error());
    }

    @Test
    void ofTenAtOnceOneIsCreatedAndNineExistAlready() {
        var answers = InParallel.of(10, each -> datapass.post("/subscriptions", town.subscription("EtatCivil")));

        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 201).count());
        assertEquals(
                9,
                answers.stream()
                        .filter(answer ->
                                answer.status() == 400 && answer.error().endsWith("already exists"))
                        .count());
    }

    @Test
    void aRefusedOneSaysWhy() {
        var refused = town.subscription("EtatCivil").replace("Inactif", "Refusé");

        assertEquals(
                "rejectionReason is required with the status Refusé",
                datapass.post("/subscriptions", refused).error());
        var answer = datapass.post(
                        "/subscriptions", refused.replaceFirst("\\{", "{\"rejectionReason\": \"Commune fusionnée\","))
                .expect(201);
        assertFalse(answer.json().path("rejectDateTime").isNull());
    }

    @Test
    void aNewOneIsNotActiveYet() {
        var active = town.subscription("EtatCivil").replace("Inactif", "Actif");

        assertEquals(
                "A new subscription cannot have the status Actif",
                datapass.post("/subscriptions", active).error());
    }

    @Test
    void whatItNamesMustBeThere() {
        assertEquals(
                "Process Danse does not exist",
                datapass.post("/subscriptions", town.subscription("Danse")).error());
        assertEquals(
                "Process DDmariage is not activated",
                datapass.post("/subscriptions", town.subscription("DDmariage")).error());
        var stranger = NewTown.fresh();
        assertEquals(
                "Organization " + stranger.name() + " does not exist",
                datapass.post("/subscriptions", stranger.subscription("EtatCivil"))
                        .error());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals(
                FAILED + "[POST /referential/v1/subscriptions @body] "
                        + "Object has missing required properties ([\"localAdministrator\"])",
                datapass.post("/subscriptions", town.subscription("EtatCivil").replace("localAdministrator", "nobody"))
                        .error());
    }

    @Test
    void anAddressOrAPhoneOfAnotherFormIsRefused() {
        var wanted = town.subscription("EtatCivil");

        assertEquals(
                FAILED + "[POST /referential/v1/subscriptions @body] [Path '/localAdministrator/email'] ECMA 262 regex "
                        + "\"^[a-zA-Z0-9._-]+@[a-zA-Z0-9._-]{2,}\\.[a-z]{2,4}$\" does not match input string",
                datapass.post("/subscriptions", wanted.replace("{\"email\": \"ada", "{\"email\": \"adà"))
                        .error());
        assertEquals(
                FAILED + "[POST /referential/v1/subscriptions @body] [Path '/localAdministrator/phoneNumber'] ECMA 262 "
                        + "regex \"^\\+[0-9]{10,20}$|^[0-9]{10,20}$\" does not match input string",
                datapass.post("/subscriptions", wanted.replace("0160000001", "01 60 00 00 01"))
                        .error());
    }

    @Test
    void whoIsNotifiedHasAnAddressThatCanBeWrittenTo() {
        for (var nobody : List.of("pas une adresse", "ada@pontcarre.fr\\r\\nBcc: eve@ailleurs.fr", "ada@été.fr", "@")) {
            assertEquals(
                    FAILED
                            + "[POST /referential/v1/subscriptions @body] [Path '/email'] String is not a valid email value",
                    datapass.post("/subscriptions", withEmail(nobody)).error(),
                    nobody);
        }
        assertTrue(datapass.post("/subscriptions", withEmail("a".repeat(400) + "@pontcarre.fr"))
                .error()
                .contains("[Path '/email'] String is too long (length: 413, maximum allowed: 320)"));
        var silent = datapass.post("/subscriptions", withEmail("")).expect(201);
        assertTrue(silent.json().path("email").isNull());
    }

    String withEmail(String address) {
        return town.subscription("EtatCivil")
                .replaceFirst("\"email\": \"[^\"]*", Matcher.quoteReplacement("\"email\": \"" + address));
    }

    @Test
    void aDateThatNoCalendarHasIsRefused() {
        var wanted = town.subscription("EtatCivil").replaceFirst("2026-11-24T10", "+99999-11-24T10");

        assertEquals(
                FAILED + "[POST /referential/v1/subscriptions @body] [Path '/validateDateTime'] Instance value is not"
                        + " valid (format: date-time)",
                datapass.post("/subscriptions", wanted).error());
    }
}
