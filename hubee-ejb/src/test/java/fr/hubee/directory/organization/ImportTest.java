package fr.hubee.directory.organization;

import static fr.hubee.directory.organization.ImportReport.ImportOutcome.CREATED;
import static fr.hubee.directory.organization.ImportReport.ImportOutcome.REFUSED;
import static fr.hubee.directory.organization.ImportReport.ImportOutcome.UNCHANGED;
import static fr.hubee.directory.organization.ImportReport.ImportOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.organization.ImportPlan.PlannedLine;
import fr.hubee.directory.organization.ImportReport.FieldChange;
import fr.hubee.directory.organization.ImportReport.ImportLine;
import fr.hubee.directory.organization.ImportReport.ImportOutcome;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading of a file, and the decision about each of its lines. */
class ImportTest {
    static final String HEADER = "Type;SIRET;Code guichet;Nom;Code postal;Territoire;Courriel\n";
    static final String PONTCARRE =
            "SI;21770372000011;77372;Commune de Pontcarré;77135;Pontcarré;mairie@pontcarre.fr\n";
    static final String SAINT_JEAN = "SI;21380544000012;38544;Saint-Jean;38000;Saint-Jean;\n";

    static final Map<OrganizationKey, OrganizationDetails> KNOWN = Map.of(
            OrganizationKey.parse("SI-21770372000011-77372").orElseThrow(),
            new OrganizationDetails(
                    "Commune de Pontcarré",
                    "PC",
                    null,
                    "77135",
                    "Pontcarré",
                    "mairie@pontcarre.fr",
                    null,
                    "Actif",
                    null));

    static List<PlannedLine> plan(Map<OrganizationKey, OrganizationDetails> known, InputStream file) {
        var plan = new ImportPlan(known);
        return FileLine.read(file).stream().map(plan::take).toList();
    }

    static List<PlannedLine> plan(String file) {
        return plan(KNOWN, bytes(file));
    }

    static InputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }

    static List<ImportOutcome> outcomes(List<PlannedLine> lines) {
        return lines.stream().map(line -> line.report().outcome()).toList();
    }

    static List<Integer> numbers(List<PlannedLine> lines) {
        return lines.stream().map(line -> line.report().number()).toList();
    }

    static String refusal(String file) {
        return refusal(bytes(file));
    }

    static String refusal(InputStream file) {
        return assertThrows(InvalidRequest.class, () -> FileLine.read(file)).getMessage();
    }

    @Test
    void aLineIsCreatedUpdatedOrUnchanged() {
        assertEquals(List.of(UNCHANGED, CREATED), outcomes(plan(HEADER + PONTCARRE + SAINT_JEAN)));

        var renamed =
                plan(HEADER + PONTCARRE.replace("Commune de ", "Ville de ")).get(0);
        assertEquals(UPDATED, renamed.report().outcome());
        assertEquals("Ville de Pontcarré", renamed.after().name());
        assertEquals("PC", renamed.after().code(), "a column that is not there changes nothing");
        assertEquals(
                List.of(new FieldChange("Nom", "Commune de Pontcarré", "Ville de Pontcarré")),
                renamed.report().changes());
    }

    @Test
    void anEmptyValueErasesWhatIsKnown() {
        var line = plan(HEADER + PONTCARRE.replace("mairie@pontcarre.fr", "")).get(0);

        assertEquals(UPDATED, line.report().outcome());
        assertEquals(null, line.after().email());
        assertEquals(1, new ImportReport(List.of(line.report())).erased());
    }

    @Test
    void aBadLineDoesNotStopTheOthers() {
        var lines = plan(HEADER + "SI;123;;;;;x\n" + SAINT_JEAN);

        assertEquals(List.of(REFUSED, CREATED), outcomes(lines));
        assertEquals("SI-123-", lines.get(0).report().key());
        assertEquals(6, lines.get(0).report().sentences().size(), "all that is wrong is told");
    }

    @Test
    void theSecondLineOfAnOrganisationIsRefusedAndNamesTheFirst() {
        var lines = plan(
                HEADER + "\n" + SAINT_JEAN + PONTCARRE + SAINT_JEAN.replace("21380544000012", "213 805 440 00012"));

        assertEquals(List.of(CREATED, UNCHANGED, REFUSED), outcomes(lines));
        assertEquals(
                List.of("Cette organisation est déjà à la ligne 3 : gardez une seule des deux lignes."),
                lines.get(2).report().sentences());
    }

    @Test
    void aFileMayHoldOnlyWhatIsToChange() {
        var lines = plan("""
                SIRET;Téléphone;Type;Code guichet
                21770372000011;01 60 00 00 00;SI;77372
                21380544000012;12;SI;38544
                """);

        assertEquals("0160000000", lines.get(0).after().phoneNumber());
        assertEquals("Commune de Pontcarré", lines.get(0).after().name());
        assertEquals(REFUSED, lines.get(1).report().outcome());
        assertEquals(
                "Cette organisation est nouvelle : pour la créer, ajoutez au fichier les colonnes Nom, Code postal,"
                        + " Territoire.",
                lines.get(1).report().sentences().get(0));
        assertEquals(2, lines.get(1).report().sentences().size());
    }

    @Test
    void namesOfColumnsAreReadInAnyOrderCaseAndAccent() {
        var lines =
                plan("\n;;;\n TELEPHONE ,e-mail,\"code-guichet\",Raison Sociale,siret,TYPE,code_postal,territoire,,\n"
                        + "0160000000,,38544,\"Saint-Jean, \"\"le Vieux\"\"\",21380544000012,si,38000,Isère,,\n");

        assertEquals(List.of(CREATED), outcomes(lines));
        assertEquals("Saint-Jean, \"le Vieux\"", lines.get(0).after().name());
        assertEquals(4, lines.get(0).report().number());
    }

    @Test
    void windowsAndUnixLinesBlankLinesAndAMarkAreRead() {
        var file = "\uFEFF" + (HEADER + "\n" + PONTCARRE + ";;;;;;\n  \n" + SAINT_JEAN).replace("\n", "\r\n");

        assertEquals(List.of(3, 6), numbers(plan(file)));
        assertEquals(List.of(UNCHANGED, CREATED), outcomes(plan(file)));
        assertEquals(List.of(UNCHANGED, CREATED), outcomes(plan((HEADER + PONTCARRE + SAINT_JEAN).strip())));
    }

    @Test
    void whatWindowsWritesIsRead() {
        var old = (HEADER + PONTCARRE.replace("Commune", "Œuvre – l’été")).getBytes(Charset.forName("windows-1252"));

        var line = plan(KNOWN, new ByteArrayInputStream(old)).get(0);

        assertEquals("Œuvre – l’été de Pontcarré", line.after().name());
    }

    @Test
    void anAccentAfterManyPlainLettersIsReadInEitherAlphabet() {
        var file = HEADER + SAINT_JEAN.repeat(500) + PONTCARRE;
        for (var alphabet : List.of("UTF-8", "windows-1252")) {
            var bytes = file.getBytes(Charset.forName(alphabet));
            var lines = plan(KNOWN, new ByteArrayInputStream(bytes));
            assertEquals(UNCHANGED, lines.get(500).report().outcome(), alphabet);
        }
    }

    @Test
    void columnsThatAreMissingUnknownOrThereTwiceAreNamed() {
        var sentence = refusal("Type;SIREN;Nom;nom;;Ville\nSI;1;2;3;4;5\n");

        assertTrue(
                sentence.startsWith("Colonnes inconnues : SIREN, colonne 5, sans nom, Ville."
                        + " Colonnes présentes deux fois : Nom. Colonnes manquantes : SIRET, Code guichet."),
                sentence);
        assertTrue(sentence.endsWith("Adresse électronique, Téléphone, Statut, Population."), sentence);
    }

    @Test
    void aQuotationMarkThatIsNotClosedSpoilsItsLineOnly() {
        var lines = plan(HEADER + PONTCARRE.replace("Commune", "\"Commune") + SAINT_JEAN);

        assertEquals(List.of(REFUSED, CREATED), outcomes(lines));
        assertTrue(lines.get(0).report().sentences().get(0).startsWith("Un guillemet n’est pas refermé"));
    }

    @Test
    void aLineWithTooManyOrTooFewValuesIsRefused() {
        var lines = plan(HEADER
                + PONTCARRE.replace(";77135", "")
                + SAINT_JEAN.replace(";\n", ";;x\n")
                + SAINT_JEAN.replace("\n", ";;\n"));

        assertEquals(List.of(REFUSED, REFUSED, CREATED), outcomes(lines));
        assertTrue(lines.get(0).report().sentences().get(0).startsWith("La ligne compte 6 valeurs au lieu de 7"));
    }

    @Test
    void whatIsNoSuchFileIsRefusedAsAWhole() {
        assertEquals("Le fichier ne contient aucune organisation.", refusal(""));
        assertEquals("Le fichier ne contient aucune organisation.", refusal(HEADER));
        assertTrue(refusal("PK\u0003\u0004xlsx").startsWith("Ce fichier est un classeur"));
        assertTrue(refusal(new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_16)))
                .startsWith("Ce fichier n’est pas un texte lisible"));
    }

    @Test
    void whatIsTooLargeIsRefusedWithoutBeingReadToItsEnd() {
        assertTrue(refusal(new Endless()).startsWith("Le fichier dépasse 10 Mo"));
        assertTrue(refusal(HEADER + "a\n".repeat(50_001)).startsWith("Le fichier compte plus de 50 000"));
    }

    @Test
    void aTransferThatBreaksIsReported() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertEquals("Le fichier n’est pas arrivé en entier : envoyez-le de nouveau.", refusal(broken));
    }

    static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'a';
        }

        @Override
        public int read(byte[] bytes, int start, int length) {
            Arrays.fill(bytes, start, start + length, (byte) 'a');
            return length;
        }
    }

    @Test
    void theReportIsAFileInWhichNothingIsAFormula() {
        var lines = plan(HEADER + "=cmd|' /C calc'!A0;1;\"a;\"\"b\";;;;\n" + SAINT_JEAN);
        var report = new ImportReport(lines.stream().map(PlannedLine::report).toList());

        var rows = report.toCsv().split("\r\n", -1);

        assertEquals("\uFEFFLigne;Organisation;Nom;Résultat;Explication", rows[0]);
        assertTrue(rows[1].startsWith("2;\"'=CMD|' /C CALC'!A0-1-a;\"\"b\";;Refusée;"), rows[1]);
        assertEquals("3;SI-21380544000012-38544;Saint-Jean;Créée;", rows[2]);
        assertEquals(1, report.count(REFUSED));
        assertEquals(1, report.count(CREATED));
    }

    @Test
    void aNewOrganisationIsNoChangeAndAChangedOneIsNotNew() {
        var lines = plan(HEADER + PONTCARRE + SAINT_JEAN + PONTCARRE.replace("Pontcarré", "Pont"));

        assertEquals(List.of(UNCHANGED, CREATED, REFUSED), outcomes(lines));
        assertEquals(
                List.of(false, true, false),
                lines.stream().map(PlannedLine::isNew).toList());
        assertEquals(
                List.of(true),
                plan(HEADER + PONTCARRE.replace("Commune de", "Ville de")).stream()
                        .map(PlannedLine::isChange)
                        .toList());
        assertEquals(
                List.of(false, false, false),
                lines.stream().map(PlannedLine::isChange).toList());
    }

    @Test
    void aNewOrganisationWithABadValueIsRefusedWithTheReason() {
        var lines = plan(HEADER + SAINT_JEAN.replace("38000", "3800"));

        assertEquals(List.of(REFUSED), outcomes(lines));
        assertEquals(1, lines.get(0).report().sentences().size());
    }

    @Test
    void aReportOfUnchangedAndRefusedLinesChangesNothing() {
        assertFalse(report(UNCHANGED, REFUSED).changes());
        assertTrue(report(REFUSED, CREATED).changes());
        assertTrue(report(UPDATED).changes());
        assertTrue(report(UPDATED, CREATED).changes());
    }

    @Test
    void aReportCountsEachOutcomeAndShowsRefusedLinesFirst() {
        var report = report(CREATED, UPDATED, REFUSED, CREATED, REFUSED);

        assertEquals(
                List.of(2L, 1L, 0L, 2L),
                report.outcomes().stream().map(report::count).toList());
        assertEquals(
                List.of(3, 5, 1),
                report.refusedFirst(3).stream().map(ImportLine::number).toList());
    }

    private static ImportReport report(ImportOutcome... outcomes) {
        return new ImportReport(IntStream.range(0, outcomes.length)
                .mapToObj(i -> new ImportLine(i + 1, "any", "any", outcomes[i], List.of(), List.of()))
                .toList());
    }

    @Test
    void aQuotationMarkThatIsNotClosedInTheHeaderRefusesTheFile() {
        assertTrue(refusal(HEADER.replace("Nom", "\"Nom") + PONTCARRE).startsWith("La première ligne a un guillemet"));
    }
}
