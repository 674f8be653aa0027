package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.it.InParallel;
import fr.hubee.it.OverHttp;
import fr.hubee.it.exchange.ErrorsIT;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** §4.5: the subscriptions of the referential API: listed, created, changed, by the scopes that may. */
class SubscriptionsIT extends OverHttp {
    static final String COLUMNS = "id,datapass_id,si_type,si_company_register,si_branch_code,notification_frequency,"
            + "access_mode,delegation_actor,email,local_admin,rejection_reason,status,activate_date_time,"
            + "validate_date_time,reject_date_time,end_date_time,update_date_time,process_code";
    static final String FAILED = "Bad Request : Validation failed.\n[ERROR][REQUEST]";

    final Partner admin = Partner.of("demo-admin").atReferential();
    final NewTown town = NewTown.fresh().registered();

    final Partner datapass = Partner.of("demo-datapass").atReferential();
    final Partner operator = Partner.of("demo-dila").atReferential();

    // §4.5: subscriptions are listed, filtered and sorted.

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
        assertEquals("Commune de Pontcarré", all.field("0/subscriber/name"));

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
            admin.get("/subscriptions?orderBy=asc(" + column + ")").expect(200, column);
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
            admin.get("/subscriptions?" + part).expect(400, part);
        }
    }

    ObjectNode read(String id) {
        return (ObjectNode) admin.get("/subscriptions/" + id).json();
    }

    // §4.5: the subscriptions that each scope may read and change.

    @Test
    void anOperatorReadsThoseOfItsOwnProcesses() {
        var own = town.subscribed("EtatCivil");
        var foreign = town.subscribed("CERTDC");

        assertEquals(
                List.of(own),
                operator.get("/subscriptions?datapassId=" + town.datapassId()).each("id"));
        assertEquals(0, operator.get("/subscriptions?processCode=CERTDC").json().size());
        operator.get("/subscriptions/" + own).expect(200);
        operator.get("/subscriptions/" + foreign).expect(403);
        assertEquals(
                Set.of("EtatCivil"),
                Set.copyOf(operator.get("/subscriptions?processCode=EtatCivil,CERTDC&maxResult=5000")
                        .each("processCode")));
    }

    @Test
    void eachScopeDoesWhatTheContractSays() {
        var si = Partner.of("demo-valbourg-etatcivil").atReferential();
        var id = town.subscribed("EtatCivil");

        for (var stranger : List.of(si, datapass)) {
            stranger.get("/subscriptions").expect(403);
            stranger.get("/subscriptions/" + id).expect(403);
            stranger.put("/subscriptions/" + id, read(id).toString()).expect(403);
        }
        operator.put("/subscriptions/" + id, read(id).toString()).expect(403);
        for (var stranger : List.of(si, operator)) {
            stranger.post("/subscriptions", town.subscription("RSA")).expect(403);
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

    // §4.5: an organisation subscribes to a démarche.

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

    Answer change(String id, String field, String value) {
        return admin.put("/subscriptions/" + id, read(id).put(field, value).toString());
    }

    // §4.5: a subscription is replaced as a whole.

    @Test
    void aSubscriptionSentBackAsItWasReadIsUnchanged() {
        var id = town.subscribed("EtatCivil");
        var before = read(id);

        var answer = admin.put("/subscriptions/" + id, before.toString()).expect(200);

        var after = (ObjectNode) answer.json();
        after.remove("updateDateTime");
        before.remove("updateDateTime");
        assertEquals(before, after);
    }

    @Test
    void anActivationIsDatedAndAStatusThatIsNotGivenStays() {
        var id = town.subscribed("EtatCivil");

        var activated = change(id, "status", "Actif").json();

        assertFalse(activated.path("activateDateTime").isNull());
        assertEquals("Actif", change(id, "status", null).field("status"));
        var silent = read(id).put("accessMode", "API").without(List.of("status", "id", "creationDateTime"));
        var answer = admin.put("/subscriptions/" + id, silent.toString()).json();
        assertEquals("Actif", answer.path("status").asText());
        assertEquals("API", answer.path("accessMode").asText());
        assertEquals(activated.path("activateDateTime"), answer.path("activateDateTime"));
    }

    @Test
    void aSubscriptionIsSuspendedAndActiveAgain() {
        var id = town.subscribed("EtatCivil");
        change(id, "status", "Actif");

        assertEquals("Suspendu", change(id, "status", "Suspendu").field("status"));
        assertEquals("Actif", change(id, "status", "Actif").field("status"));
        assertEquals(
                "A subscription cannot go from status Actif to Refusé",
                change(id, "status", "Refusé").error());
    }

    @Test
    void frequenciesAreReadInAnyCase() {
        var id = town.subscribed("EtatCivil");

        var answer = change(id, "notificationFrequency", "bIQUOTIDIENNE");

        assertEquals("Biquotidienne", answer.field("notificationFrequency"));
        change(id, "notificationFrequency", "Parfois").expect(400);
    }

    @Test
    void aSubscriptionIsDelegatedToAPersonAnEditorOrNobody() {
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
    void anActiveOneHasAnAddressUnlessNobodyIsNotified() {
        var id = town.subscribed("EtatCivil");
        change(id, "status", "Actif");

        assertEquals(
                "email is required unless notificationFrequency is Aucune",
                change(id, "email", null).error());
        var silent = read(id).put("notificationFrequency", "Aucune").putNull("email");
        admin.put("/subscriptions/" + id, silent.toString()).expect(200);
    }

    @Test
    void aSubscriptionsProcessNeverChanges() {
        var id = town.subscribed("EtatCivil");

        change(id, "processCode", "CERTDC").expect(400);
    }

    @Test
    void tenChangesAtOnceAreAllTaken() {
        var id = town.subscribed("EtatCivil");
        var wanted = read(id).toString();

        var answers = InParallel.of(10, each -> admin.put("/subscriptions/" + id, wanted));

        assertTrue(answers.stream().allMatch(answer -> answer.status() == 200), answers::toString);
    }

    @Test
    void anActiveOneKeepsAnAddressAndAnAdministrator() {
        var id = town.subscribed("EtatCivil");
        change(id, "status", "Actif");

        assertEquals(
                "email is required unless notificationFrequency is Aucune",
                change(id, "email", "").error());
        var nobody = read(id);
        ((ObjectNode) nobody.path("localAdministrator")).put("email", "");
        var answer = admin.put("/subscriptions/" + id, nobody.toString());
        assertTrue(
                answer.error().endsWith("[Path '/localAdministrator/email'] String is not a valid email value"),
                answer::toString);
    }
}
