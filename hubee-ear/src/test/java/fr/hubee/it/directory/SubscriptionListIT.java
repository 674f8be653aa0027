package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** §4.5: subscriptions are listed, filtered and sorted. */
class SubscriptionListIT extends OverHttp {
    static final String COLUMNS = "id,datapass_id,si_type,si_company_register,si_branch_code,notification_frequency,"
            + "access_mode,delegation_actor,email,local_admin,rejection_reason,status,activate_date_time,"
            + "validate_date_time,reject_date_time,end_date_time,update_date_time,process_code";
    static final String FAILED = "Bad Request : Validation failed.\n[ERROR][REQUEST]";

    final Partner admin = Partner.of("demo-admin").atReferential();
    final NewTown town = NewTown.fresh().registered();

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
}
