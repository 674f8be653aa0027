package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.organization.ImportReport;
import fr.hubee.directory.organization.ImportReport.ImportOutcome;
import fr.hubee.directory.organization.OrganizationDetails;
import fr.hubee.directory.organization.OrganizationImportService;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Sirets;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.journal.audit.Changes.Change;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Checks the import of a file of organisations into the register, line by line. */
class OrganizationImportIT extends InServer {
    static final Caller ADMIN = administrator("ada@hubee.fr");
    static final String HEADER = "Type;SIRET;Code guichet;Nom;Code postal;Territoire;Courriel\n";

    @Inject
    OrganizationImportService imports;

    @Inject
    OrganizationService organizations;

    @Inject
    AuditService audit;

    static Caller administrator(String login) {
        return new Caller(login, null, Set.of(RoleNames.ADMIN, RoleNames.PERSON), Set.of(), "10.0.0.1");
    }

    static String line(String siret, String name) {
        return "SI;" + siret + ";77372;" + name + ";77135;Pontcarré;mairie@pontcarre.fr\n";
    }

    static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    static OrganizationKey key(String siret) {
        return new OrganizationKey(OrganizationType.SI, siret, "77372");
    }

    ImportReport run(String file) throws Exception {
        return run(ADMIN, file);
    }

    ImportReport run(Caller caller, String file) throws Exception {
        return AsCaller.call(caller, () -> imports.run(caller, imports.check(caller, "communes.csv", bytes(file))));
    }

    ImportReport check(String file) throws Exception {
        return AsCaller.call(
                ADMIN,
                () -> imports.read(ADMIN, imports.check(ADMIN, "communes.csv", bytes(file)))
                        .orElseThrow()
                        .plan());
    }

    OrganizationDetails known(String siret) throws Exception {
        return AsCaller.call(ADMIN, () -> organizations.read(key(siret)).details());
    }

    List<AuditLine> journal(String siret) throws Exception {
        var query = new AuditQuery(null, null, null, key(siret).toString(), null, null, 0, 100);
        return AsCaller.call(ADMIN, () -> audit.page(query)).items();
    }

    static List<ImportOutcome> outcomes(ImportReport report) {
        return report.lines().stream().map(line -> line.outcome()).toList();
    }

    @Test
    void organisationsAreCreatedThenUnchangedThenUpdated() throws Exception {
        var siret = Sirets.fresh();
        var other = Sirets.fresh();
        var file = HEADER + line(siret, "Pontcarré") + "\n" + line("123", "?") + line(other, "Saint-Jean");

        var first = run(file);
        assertEquals(List.of(ImportOutcome.CREATED, ImportOutcome.REFUSED, ImportOutcome.CREATED), outcomes(first));
        assertEquals(4, first.lines().get(1).number());
        assertEquals("Pontcarré", known(siret).name());
        assertEquals("Actif", known(other).status());

        var again = run(file);
        assertEquals(2, again.count(ImportOutcome.UNCHANGED));
        assertEquals(1, journal(siret).size());

        var changed = run(HEADER + line(siret, "Pontcarré-Neuf") + line(other, "Saint-Jean"));
        assertEquals(List.of(ImportOutcome.UPDATED, ImportOutcome.UNCHANGED), outcomes(changed));
        assertEquals("Pontcarré-Neuf", known(siret).name());
    }

    @Test
    void eachImportedOrganisationIsInTheJournal() throws Exception {
        var siret = Sirets.fresh();
        run(HEADER + line(siret, "Pontcarré"));
        run(HEADER + line(siret, "Pontcarré-Neuf"));

        var lines = journal(siret);

        assertEquals(
                List.of(AuditAction.ORGANIZATION_CHANGED, AuditAction.ORGANIZATION_CREATED),
                lines.stream().map(AuditLine::action).toList());
        assertEquals(
                new Change("Pontcarré", "Pontcarré-Neuf"),
                lines.get(0).changes().fields().get("name"));
        assertEquals(List.of(1L, 0L), lines.stream().map(AuditLine::version).toList());
        assertEquals("ada@hubee.fr", lines.get(0).actor());
        assertEquals("10.0.0.1", lines.get(0).address());
    }

    @Test
    void aCheckTellsTheSameAndWritesNothing() throws Exception {
        var siret = Sirets.fresh();
        var file = HEADER + line(siret, "Pontcarré") + line("123", "?");

        var checked = check(file);

        assertThrows(NotFound.class, () -> known(siret));
        assertEquals(checked.lines(), run(file).lines());
    }

    @Test
    void aFileOfOneColumnChangesThatColumnOnly() throws Exception {
        var siret = Sirets.fresh();
        run(HEADER + line(siret, "Pontcarré"));

        run("Type,SIRET,Code guichet,Téléphone\nSI," + siret + ",77372,01 60 00 00 00\n");

        assertEquals("0160000000", known(siret).phoneNumber());
        assertEquals("Pontcarré", known(siret).name());
        assertEquals("mairie@pontcarre.fr", known(siret).email());
    }

    @Test
    void aFileThatCannotBeTakenIsRefusedAsAWhole() {
        var refused = assertThrows(InvalidRequest.class, () -> run("Type;SIREN\nSI;1\n"));

        assertTrue(refused.getMessage().startsWith("Colonnes inconnues : SIREN."), refused.getMessage());
    }

    @Test
    void onlyTheNationalAdministratorImports() {
        var roles = Set.of(
                RoleNames.PERSON,
                RoleNames.BUSINESS,
                RoleNames.MANAGE_USERS,
                RoleNames.SI,
                RoleNames.OSL,
                RoleNames.DATAPASS);
        var caller = new Caller("bob@hubee.fr", key(Sirets.fresh()), roles, Set.of(), null);
        assertThrows(
                EJBAccessException.class,
                () -> AsCaller.call(caller, () -> imports.check(caller, "communes.csv", bytes(HEADER))));
        assertThrows(
                EJBAccessException.class, () -> AsCaller.call(caller, () -> imports.run(caller, UUID.randomUUID())));
    }

    @Test
    void twoImportsOfTheSameFileAtOnceCreateEachOrganisationOnce() {
        var file = HEADER
                + IntStream.range(0, 50)
                        .mapToObj(i -> line(Sirets.fresh(), "Commune " + i))
                        .collect(Collectors.joining());

        var reports = InParallel.of(2, each -> run(administrator("ada" + each + "@hubee.fr"), file));

        assertEquals(
                50,
                reports.stream()
                        .mapToLong(report -> report.count(ImportOutcome.CREATED))
                        .sum());
        assertEquals(
                50,
                reports.stream()
                        .mapToLong(report -> report.count(ImportOutcome.UNCHANGED))
                        .sum());
    }

    @Test
    void thirtySixThousandCommunesAreImportedAtOnce() throws Exception {
        var lines = IntStream.range(0, 36_000)
                .mapToObj(each -> line(Sirets.fresh(), "Commune " + each))
                .toList();
        long start = System.nanoTime();
        assertEquals(36_000, run(HEADER + String.join("", lines)).count(ImportOutcome.CREATED));
        long created = System.nanoTime();
        var renamed = String.join("", lines.subList(0, 1200)).replace("Commune", "Ville");
        assertEquals(1200, run(HEADER + renamed).count(ImportOutcome.UPDATED));

        Logger.getLogger("import")
                .info("36000 created in " + (created - start) / 1_000_000 + " ms, 1200 changed in "
                        + (System.nanoTime() - created) / 1_000_000 + " ms");
    }
}
