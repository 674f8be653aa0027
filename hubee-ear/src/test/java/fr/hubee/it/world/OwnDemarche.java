package fr.hubee.it.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.exchange.folder.CaseService;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A démarche of the operator DILA for one test: its télédossiers can be purged without effect on others. */
public final class OwnDemarche {
    private static final String TYPE = "ActeEtatCivil-XML";

    public final String code;
    public final NewTown town;
    public final NewTown village;
    private final Partner dila;

    private OwnDemarche(String code) {
        this.code = code;
        town = subscribed(code, "API");
        village = subscribed(code, "PORTAIL");
        dila = Partner.signIn(Partner.address(), "demo-dila");
    }

    /** Returns a démarche whose files are deleted some days after a status, its cases archived and its folders deleted some days later. */
    public static OwnDemarche keeping(String status, int files, int archiving, int deletion) {
        var code = "T" + NewTown.fresh().companyRegister();
        var process = ((ObjectNode) admin().get("/processes/EtatCivil").json()).put("code", code);
        admin().post("/processes", rules(process, status, files, archiving, deletion))
                .expect(201);
        return new OwnDemarche(code);
    }

    /** Changes its settings. */
    public void keep(String status, int files, int archiving, int deletion) {
        var process = (ObjectNode) admin().get("/processes/" + code).json();
        admin().put("/processes/" + code, rules(process, status, files, archiving, deletion))
                .expect(200);
    }

    private static String rules(ObjectNode process, String status, int files, int archiving, int deletion) {
        return process.put("statusBeforeFileDeletion", status)
                .put("timeBeforeFileDeletion", files)
                .put("timeBeforeArchiving", archiving)
                .put("timeBeforeFolderDeletion", deletion)
                .toString();
    }

    private static NewTown subscribed(String code, String mode) {
        var town = NewTown.fresh().registered();
        town.inService(code, mode);
        return town;
    }

    private static Partner admin() {
        return Partner.of("demo-admin").atReferential();
    }

    /** Deposits a folder for its town, which works with software. */
    public Deposit deposit() {
        return Deposit.complete(dila, code, TYPE, town);
    }

    /** Announces a folder for its town, without sending or completing it. */
    public Deposit announced() {
        return Deposit.announced(
                dila, Deposit.json(code, TYPE, List.of(Deposit.TOWN)).replace(Deposit.town(Deposit.TOWN), town.key()));
    }

    /** Deposits a folder for its village, which works in the portal. */
    public Deposit depositInPortal() {
        return Deposit.complete(dila, code, TYPE, village);
    }

    /** Deposits a folder for both, with one file that both receive. */
    public Deposit depositForBoth() {
        return Deposit.complete(dila, code, TYPE, town, village);
    }

    public Partner operator() {
        return dila;
    }

    public Caller of(NewTown recipient) {
        return new Caller("software", recipient.organizationKey(), Set.of(RoleNames.SI), Set.of(code), "127.0.0.1");
    }

    public void move(Deposit deposit, int position, NewTown recipient, CaseStatus status) throws Exception {
        move(of(recipient), deposit, position, status);
    }

    /** Changes the status as its operator, who alone closes and reopens. */
    public void move(Deposit deposit, int position, CaseStatus status) throws Exception {
        move(
                new Caller("operator", Organizations.DILA, Set.of(RoleNames.OSL), Set.of(code), "127.0.0.1"),
                deposit,
                position,
                status);
    }

    private static void move(Caller caller, Deposit deposit, int position, CaseStatus status) throws Exception {
        AsCaller.run(
                caller,
                () -> CDI.current()
                        .select(CaseService.class)
                        .get()
                        .setStatus(caller, UUID.fromString(deposit.caseId(position)), status));
    }
}
