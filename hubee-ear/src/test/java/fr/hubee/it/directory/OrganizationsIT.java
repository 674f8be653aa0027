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
import org.junit.jupiter.api.Test;

/** §4.6: the organisations. */
class OrganizationsIT extends OverHttp {
    static final String COLUMNS = "code,type,name,company_register,branche_code,country,postal_code,territory,email,"
            + "phone_number,status,create_date_time";

    final Partner admin = Partner.of("demo-admin").atReferential();
    final Partner datapass = Partner.of("demo-datapass").atReferential();
    final NewTown town = NewTown.fresh();

    @Test
    void anOrganisationIsCreatedOnceAndReadByItsKey() {
        var created = datapass.post("/organizations", town.organization()).expect(201);

        var again = datapass.post("/organizations", town.organization()).expect(400);
        assertEquals("Organization " + town.name() + " already exists", again.error());

        assertEquals(
                created.json(), datapass.get("/organizations/" + town.name()).json());
    }

    @Test
    void ofTenAtOnceOneIsCreatedAndNineExistAlready() {
        var answers = InParallel.of(10, each -> datapass.post("/organizations", town.organization()));

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
    void anOrganisationChangesButItsKeyDoesNot() {
        town.registered();
        var known = (ObjectNode) admin.get("/organizations/" + town.name()).json();

        var changed = admin.put(
                        "/organizations/" + town.name(),
                        known.put("name", "Pontcarré").toString())
                .expect(200);

        assertEquals("Pontcarré", changed.field("name"));
        assertFalse(changed.json().path("updateDateTime").isNull());
        admin.put(
                        "/organizations/" + town.name(),
                        known.put("branchCode", "00001").toString())
                .expect(400);
    }

    @Test
    void anOrganisationIsFoundByTypeAndRegister() {
        town.registered();
        var mine = "/organizations?company_register=" + town.companyRegister();

        assertEquals(
                List.of("Commune de Pontcarré"), datapass.get(mine + "&type=SI").each("name"));
        assertEquals(0, datapass.get(mine + "&type=EDT").json().size());
        assertEquals(0, datapass.get(mine + "&offSet=1").json().size());
        assertEquals(1, admin.get("/organizations?maxResult=1").json().size());
    }

    @Test
    void everyColumnOfTheContractSorts() {
        for (var column : COLUMNS.split(",", -1)) {
            admin.get("/organizations?orderBy=" + column).expect(200, column);
        }
        var refused = admin.get("/organizations?orderBy=version").error();
        assertTrue(refused.contains("@query.orderBy] Instance value not found in enum"), refused);
    }

    @Test
    void whatIsNoOrganisationIsNotFoundOrNoIdentifier() {
        assertEquals(
                "Organization is not found",
                admin.get("/organizations/" + town.name()).error());
        assertEquals(
                "Organization is not found",
                admin.get("/organizations/XX-" + town.companyRegister() + "-00000")
                        .error());
        assertEquals(
                "Organization is not found",
                admin.put("/organizations/" + town.name(), town.organization()).error());
        var answer = admin.get("/organizations/SI-12-00000").expect(400);
        assertTrue(answer.error().contains("@path.id] ECMA 262 regex"), answer::error);
    }

    @Test
    void whatBreaksTheSchemaIsRefused() {
        assertEquals(
                "Bad Request : Validation failed.\n[ERROR][REQUEST][POST /referential/v1/organizations @body] "
                        + "Object has missing required properties ([\"name\"])",
                admin.post("/organizations", town.organization().replace("\"name\"", "\"nom\""))
                        .error());
        admin.post("/organizations", town.organization().replace(town.companyRegister(), "1234"))
                .expect(400);
        admin.post("/organizations", town.organization().replace("0160000000", "01.60"))
                .expect(400);
    }

    @Test
    void whatCouldNotBeReachedAfterwardsIsRefused() {
        assertEquals(
                "Organization SI-" + town.companyRegister() + "- has no branchCode",
                admin.post("/organizations", town.organization().replaceFirst("(\"branchCode\": \")[^\"]*", "$1"))
                        .error());
        assertTrue(admin.post("/organizations", town.organization().replace("mairie@", "la mairie"))
                .error()
                .endsWith("[Path '/email'] String is not a valid email value"));
    }

    @Test
    void onlyTheAdministratorAndDataPassComeHere() {
        for (var client : List.of("demo-dila", "demo-valbourg-etatcivil")) {
            var stranger = Partner.of(client).atReferential();
            stranger.get("/organizations").expect(403);
            stranger.get("/organizations/" + town.name()).expect(403);
            stranger.post("/organizations", town.organization()).expect(403);
        }
        town.registered();
        datapass.put("/organizations/" + town.name(), town.organization()).expect(403);
    }
}
