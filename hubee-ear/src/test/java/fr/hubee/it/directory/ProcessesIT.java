package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.it.InParallel;
import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** §4.7: the démarches. */
class ProcessesIT extends OverHttp {
    static final String COLUMNS = "code,name,description,is_activated,subscription_validation,osl_type,"
            + "osl_company_register,osl_branch_code,attachments_max_size,time_before_archiving,time_before_deletion,"
            + "message_transmitter,attachments_types,attachments_formats";

    final Partner admin = Partner.of("demo-admin").atReferential();
    final Partner operator = Partner.of("demo-dila").atReferential();

    /** Returns a démarche like CERTDC, with a code that nobody uses. */
    ObjectNode another() {
        return ((ObjectNode) admin.get("/processes/CERTDC").json())
                .put("code", "T" + NewTown.fresh().companyRegister())
                .put("isActivated", false);
    }

    @Test
    void aProcessIsCreatedOnceReadAndChanged() {
        var wanted = another();
        var path = "/processes/" + wanted.path("code").asText();

        assertEquals("Process is not found", admin.get(path).error());
        admin.post("/processes", wanted.toString()).expect(201);
        assertEquals(
                "Process " + wanted.path("code").asText() + " already exists",
                admin.post("/processes", wanted.toString()).error());

        var changed = admin.put(path, wanted.put("attachmentMaxSizeEnabled", 5).toString())
                .expect(200);
        assertEquals(5, changed.json().path("attachmentMaxSizeEnabled").asInt());
        assertFalse(changed.json().path("updateDateTime").isNull());
        assertEquals(changed.json(), admin.get(path).json());
        admin.put(path, wanted.put("code", "other").toString()).expect(400);
    }

    @Test
    void whatTheContractDoesNotNameStaysWhenTheApiChangesTheRest() {
        var wanted = another();
        var code = wanted.path("code").asText();
        admin.post("/processes", wanted.toString()).expect(201);
        Database.change(
                "update process set encrypted_files = true, certified_software = true, never_refused = true, sensitive = true, case_person = 'DECEASED', short_name = 'AEC', portal_files_kept = 'P2M' where code = ?",
                code);

        admin.put("/processes/" + code, wanted.put("description", "Une autre").toString())
                .expect(200);

        assertEquals(
                1,
                Database.count(
                        "process where encrypted_files and certified_software and never_refused and sensitive and case_person = 'DECEASED' and short_name = 'AEC' and portal_files_kept = 'P2M' and code = ?",
                        code));
    }

    @Test
    void ofTenAtOnceOneIsCreatedAndNineExistAlready() {
        var wanted = another().toString();

        var answers = InParallel.of(10, each -> admin.post("/processes", wanted));

        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 201).count());
        assertEquals(
                9, answers.stream().filter(answer -> answer.status() == 400).count());
    }

    @Test
    void aProcessOfAnUnknownOperatorIsRefused() {
        var stranger = NewTown.fresh().companyRegister();
        var wanted = another();
        ((ObjectNode) wanted.path("osl")).put("companyRegister", stranger);

        assertEquals(
                "Organization OSL-" + stranger + "-00000 does not exist",
                admin.post("/processes", wanted.toString()).error());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals(
                "Bad Request : Validation failed.\n[ERROR][REQUEST][POST /referential/v1/processes @body] "
                        + "Object has missing required properties ([\"authorizedAwaiting\",\"messageWithStatus\"])",
                admin.post(
                                "/processes",
                                another()
                                        .without(List.of("authorizedAwaiting", "messageWithStatus"))
                                        .toString())
                        .error());
    }

    @Test
    void aProcessWithAWrongCodeOrStatusIsRefused() {
        for (var code : List.of("a/b", "a b", "A,B", "")) {
            var answer = admin.post("/processes", another().put("code", code).toString());
            assertTrue(answer.error().contains("[Path '/code'] ECMA 262 regex"), answer::toString);
        }
        assertEquals(
                "statusBeforeFileDeletion is not one of the list",
                admin.post(
                                "/processes",
                                another()
                                        .put("statusBeforeFileDeletion", "Clos")
                                        .toString())
                        .error());
    }

    @Test
    void processesAreListedByOperatorAndSorted() {
        assertTrue(admin.get("/processes?companyRegister=99000001000019")
                .each("code")
                .containsAll(List.of("EtatCivil", "depotDossierPACS")));
        for (var column : COLUMNS.split(",", -1)) {
            admin.get("/processes?orderBy=" + column).expect(200, column);
        }
        admin.get("/processes?orderBy=version").expect(400);
        admin.get("/processes?maxResult=5").expect(400);
    }

    @Test
    void anOperatorReadsItsOwnAndNoMore() {
        operator.get("/processes/EtatCivil").expect(200);
        operator.get("/processes/CERTDC").expect(403);
        operator.get("/processes").expect(403);
        operator.post("/processes", another().toString()).expect(403);
        Partner.of("demo-datapass").atReferential().get("/processes/CERTDC").expect(403);
        admin.get("/processes/%00").expect(404);
    }
}
