package fr.hubee.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** §4.5: who receives which démarche. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SubscriptionsIT {
    static final String COLUMNS = "id,datapass_id,si_type,si_company_register,si_branch_code,notification_frequency,"
            + "access_mode,delegation_actor,email,local_admin,rejection_reason,status,activate_date_time,"
            + "validate_date_time,reject_date_time,end_date_time,update_date_time,process_code";
    static final String FAILED = "Bad Request : Validation failed.\n[ERROR][REQUEST]";

    final Partner admin = Partner.of("demo-admin").atReferential();
    final Partner datapass = Partner.of("demo-datapass").atReferential();
    final Partner dila = Partner.of("demo-dila").atReferential();
    final NewTown town = NewTown.fresh().registered();

    ObjectNode read(String id) {
        return (ObjectNode) admin.get("/subscriptions/" + id).json();
    }

    Answer change(String id, String field, String value) {
        return admin.put("/subscriptions/" + id, read(id).put(field, value).toString());
    }

    // creation

    @Test
    void aNewSubscriptionIsInactiveAndTellsItsAdministratorOnce() {
        var created = datapass.post("/subscriptions", town.subscription("EtatCivil"));

        assertEquals(201, created.status(), created::toString);
        assertEquals("Inactif", created.json().path("status").asText());
        assertEquals("Unitaire", created.json().path("notificationFrequency").asText());
        assertEquals("Ada", created.json().at("/localAdministrator/firstName").asText());
        var later = read(created.json().path("id").asText());
        assertEquals(
                "{\"email\":\"ada.lovelace@pontcarre.fr\"}",
                later.path("localAdministrator").toString());
    }

    @Test
    void aSecondOneForTheSamePairExistsAlready() {
        town.subscribed("EtatCivil");

        var again = datapass.post("/subscriptions", town.subscription("EtatCivil"));

        assertEquals(400, again.status());
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
                "/subscriptions", refused.replaceFirst("\\{", "{\"rejectionReason\": \"Commune fusionnée\","));
        assertEquals(201, answer.status(), answer::toString);
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

    // change

    @Test
    void allThatWasReadIsSentBackAndNothingChanges() {
        var id = town.subscribed("EtatCivil");
        var before = read(id);

        var answer = admin.put("/subscriptions/" + id, before.toString());

        assertEquals(200, answer.status(), answer::toString);
        var after = (ObjectNode) answer.json();
        after.remove("updateDateTime");
        before.remove("updateDateTime");
        assertEquals(before, after);
    }

    @Test
    void anActivationIsDatedAndAStatusThatIsNotToldStays() {
        var id = town.subscribed("EtatCivil");

        var activated = change(id, "status", "Actif").json();

        assertFalse(activated.path("activateDateTime").isNull());
        assertEquals("Actif", change(id, "status", null).json().path("status").asText());
        var silent = read(id).put("accessMode", "API").without(List.of("status", "id", "creationDateTime"));
        var answer = admin.put("/subscriptions/" + id, silent.toString()).json();
        assertEquals("Actif", answer.path("status").asText());
        assertEquals("API", answer.path("accessMode").asText());
        assertEquals(activated.path("activateDateTime"), answer.path("activateDateTime"));
    }

    @Test
    void itIsSuspendedAndTakenUpAgain() {
        var id = town.subscribed("EtatCivil");
        change(id, "status", "Actif");

        assertEquals(
                "Suspendu",
                change(id, "status", "Suspendu").json().path("status").asText());
        assertEquals(
                "Actif", change(id, "status", "Actif").json().path("status").asText());
        assertEquals(
                "A subscription cannot go from status Actif to Refusé",
                change(id, "status", "Refusé").error());
    }

    @Test
    void frequenciesAreReadInAnyCase() {
        var id = town.subscribed("EtatCivil");

        var answer = change(id, "notificationFrequency", "bIQUOTIDIENNE");

        assertEquals(
                "Biquotidienne", answer.json().path("notificationFrequency").asText());
        assertEquals(400, change(id, "notificationFrequency", "Parfois").status());
    }

    @Test
    void itIsDelegatedToAPersonOrToAnEditorOrToNobody() {
        var id = town.subscribed("EtatCivil");
        assertEquals(
                "{\"email\":null,\"branchCode\":null,\"companyRegister\":null,\"type\":null}",
                read(id).path("delegationActor").toString());

        var toPerson = read(id).set("delegationActor", read(id).objectNode().put("email", "b@editeur.fr"));
        var person = admin.put("/subscriptions/" + id, toPerson.toString()).json();
        assertEquals("b@editeur.fr", person.at("/delegationActor/email").asText());

        var register = NewTown.fresh().companyRegister();
        var editor = read(id).objectNode().put("branchCode", "00000").put("companyRegister", register);
        var toEditor = read(id).set("delegationActor", editor.put("type", "EDT"));
        assertEquals(
                "Organization EDT-" + register + "-00000 does not exist",
                admin.put("/subscriptions/" + id, toEditor.toString()).error());
        admin.post(
                "/organizations", new NewTown(register, "00000").organization().replace("\"SI\"", "\"EDT\""));
        var answer = admin.put("/subscriptions/" + id, toEditor.toString());
        assertEquals(
                "{\"email\":null,\"branchCode\":\"00000\",\"companyRegister\":\"" + register + "\",\"type\":\"EDT\"}",
                answer.json().path("delegationActor").toString());

        admin.put("/subscriptions/" + id, read(id).putNull("delegationActor").toString());
        assertTrue(read(id).at("/delegationActor/type").isNull());
    }

    @Test
    void anActiveOneHasAnAddressUnlessNobodyIsTold() {
        var id = town.subscribed("EtatCivil");
        change(id, "status", "Actif");

        assertEquals(
                "email is required unless notificationFrequency is Aucune",
                change(id, "email", null).error());
        var silent = read(id).put("notificationFrequency", "Aucune").putNull("email");
        assertEquals(200, admin.put("/subscriptions/" + id, silent.toString()).status());
    }

    @Test
    void itsSubscriberNeverChanges() {
        var id = town.subscribed("EtatCivil");

        assertEquals(400, change(id, "processCode", "CERTDC").status());
    }

    @Test
    void tenChangesAtOnceAreAllTaken() {
        var id = town.subscribed("EtatCivil");
        var wanted = read(id).toString();

        var answers = InParallel.of(10, each -> admin.put("/subscriptions/" + id, wanted));

        assertTrue(answers.stream().allMatch(answer -> answer.status() == 200), answers::toString);
    }

    // lists

    @Test
    void aListTellsWhichPartItIsAndIsNeverCompressed() throws Exception {
        var id = town.subscribed("EtatCivil");
        var other = town.subscribed("CERTDC");
        var mine = "/subscriptions?datapassId=" + town.datapassId();

        var all = admin.with("Accept-Encoding", "gzip").get(mine);
        assertEquals("Susbscriptions 0-1/2", all.header("Content-Range"));
        assertNull(all.header("Content-Encoding"));
        var one = admin.with("Accept-Encoding", "gzip").stream("/subscriptions/" + id);
        assertEquals("gzip", one.headers().firstValue("Content-Encoding").orElse("none"));
        assertEquals(List.of(id, other), all.each("id"));
        assertEquals("Commune de Pontcarré", all.json().at("/0/subscriber/name").asText());

        var second = admin.get(mine + "&maxResult=1&offSet=1");
        assertEquals("Susbscriptions 1-1/2", second.header("Content-Range"));
        assertEquals(List.of(other), second.each("id"));

        var none = admin.get(mine + "&offSet=7");
        assertEquals("Susbscriptions */2", none.header("Content-Range"));
        assertEquals(0, none.json().size());
    }

    @Test
    void aListIsFilteredAndSorted() {
        town.subscribed("EtatCivil");
        town.subscribed("CERTDC");
        town.subscribed("RSA");
        var mine = "/subscriptions?companyRegister=" + town.companyRegister();

        assertEquals(
                List.of("RSA", "EtatCivil", "CERTDC"),
                admin.get(mine + "&orderBy=desc(process_code)").each("processCode"));
        assertEquals(2, admin.get(mine + "&processCode=RSA,CERTDC").json().size());
        assertEquals(
                2,
                admin.get(mine + "&processCode=RSA&processCode=CERTDC").json().size());
        assertEquals(0, admin.get(mine + "&processCode=%00").json().size());
        assertEquals(
                3, admin.get(mine + "&status=Inactif&maxResult=999999").json().size());
        assertEquals(0, admin.get(mine + "&status=Suspendu").json().size());
        assertEquals(
                0, admin.get(mine + "&delegationActorEmail=b@editeur.fr").json().size());
    }

    @Test
    void everyColumnOfTheContractSorts() {
        for (var column : COLUMNS.split(",", -1)) {
            assertEquals(
                    200, admin.get("/subscriptions?orderBy=asc(" + column + ")").status(), column);
        }
    }

    @Test
    void whatCannotBeAskedForIsRefusedAsTheContractDoes() {
        var refused = admin.get("/subscriptions?orderBy=asc(version)").error();
        assertTrue(
                refused.startsWith(
                        FAILED + "[GET /referential/v1/subscriptions @query.orderBy] Instance value not found"
                                + " in enum (possible values: [\"asc(access_mode)\""),
                refused);
        assertEquals(
                FAILED + "[GET /referential/v1/subscriptions @query.processType] "
                        + "Query parameter 'processType' is unexpected on path \"/subscriptions\"",
                admin.get("/subscriptions?processType=x").error());
        for (var part : List.of("offSet=-1", "maxResult=0", "datapassId=x", "companyRegister=12", "status=Danse")) {
            assertEquals(400, admin.get("/subscriptions?" + part).status(), part);
        }
    }

    // who

    @Test
    void anOperatorReadsThoseOfItsOwnProcesses() {
        var own = town.subscribed("EtatCivil");
        var foreign = town.subscribed("CERTDC");

        assertEquals(
                List.of(own),
                dila.get("/subscriptions?datapassId=" + town.datapassId()).each("id"));
        assertEquals(0, dila.get("/subscriptions?processCode=CERTDC").json().size());
        assertEquals(200, dila.get("/subscriptions/" + own).status());
        assertEquals(403, dila.get("/subscriptions/" + foreign).status());
        assertEquals(
                Set.of("EtatCivil"),
                Set.copyOf(dila.get("/subscriptions?processCode=EtatCivil,CERTDC&maxResult=5000")
                        .each("processCode")));
    }

    @Test
    void eachScopeDoesWhatTheContractSays() {
        var si = Partner.of("demo-valbourg-etatcivil").atReferential();
        var id = town.subscribed("EtatCivil");

        for (var stranger : List.of(si, datapass)) {
            assertEquals(403, stranger.get("/subscriptions").status());
            assertEquals(403, stranger.get("/subscriptions/" + id).status());
            assertEquals(
                    403,
                    stranger.put("/subscriptions/" + id, read(id).toString()).status());
        }
        assertEquals(403, dila.put("/subscriptions/" + id, read(id).toString()).status());
        for (var stranger : List.of(si, dila)) {
            assertEquals(
                    403,
                    stranger.post("/subscriptions", town.subscription("RSA")).status());
        }
    }

    @Test
    void anUnknownOneIsNotFound() {
        assertEquals(
                "Subscription is not found",
                admin.get("/subscriptions/" + ErrorsIT.UNKNOWN).error());
        assertEquals(
                FAILED + "[GET /referential/v1/subscriptions/dddddd @path.subscriptionId] "
                        + "Input string \"dddddd\" is not a valid UUID",
                admin.get("/subscriptions/dddddd").error());
    }
}
