package fr.hubee.portal.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.caselist.ListSettings.CaseColumn;
import fr.hubee.directory.process.CasePerson;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.portal.desk.caselist.ExportServlet.Column;
import fr.hubee.portal.field.ExportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFormatTest {
    static final CaseLine LINE = new CaseLine(
            new UUID(0, 1),
            "AEC-1",
            "EtatCivil",
            "Acte d’état civil",
            CasePerson.APPLICANT,
            "Commune de Pontcarré",
            "=HYPERLINK(\"http://ailleurs.example\")",
            "Zoé; \"Ada\"",
            CaseStatus.SENT,
            AccessMode.API,
            Instant.parse("2026-07-01T10:00:00Z"),
            null,
            null,
            Instant.parse("2026-12-01T10:00:00Z"),
            null,
            true);

    static byte[] written(ExportFormat format, CaseColumn... hidden) throws IOException {
        var columns = Column.without(Set.of(hidden));
        var bytes = new ByteArrayOutputStream();
        try (var table = format.open(
                bytes, "Télédossiers", columns.stream().map(Column::name).toArray(String[]::new))) {
            table.line(Column.cells(columns, LINE));
        }
        return bytes.toByteArray();
    }

    @Test
    void aFrenchSpreadsheetOpensTheCsvAndRunsNothing() throws IOException {
        var csv = new String(written(ExportFormat.CSV), StandardCharsets.UTF_8);

        assertTrue(csv.startsWith("\uFEFFNuméro;Statut;"), csv);
        assertEquals(
                "AEC-1;Nouveau;Acte d’état civil;EtatCivil;Commune de Pontcarré;"
                        + "\"'=HYPERLINK(\"\"http://ailleurs.example\"\")\";\"Zoé; \"\"Ada\"\"\";"
                        + "01/07/2026 12:00:00;01/12/2026 11:00:00;;Oui",
                csv.split("\r\n", -1)[1]);
    }

    @Test
    void whatSheDoesWithoutInTheListIsInNoFile() throws IOException {
        var csv = new String(
                written(ExportFormat.CSV, CaseColumn.PERSON, CaseColumn.PROCESS, CaseColumn.UPDATED),
                StandardCharsets.UTF_8);

        assertEquals(
                "\uFEFFNuméro;Statut;Administration destinataire;Transmis le;Traité dans un logiciel",
                csv.split("\r\n", -1)[0]);
        assertEquals("AEC-1;Nouveau;Commune de Pontcarré;01/07/2026 12:00:00;Oui", csv.split("\r\n", -1)[1]);
    }

    @Test
    void aWorkbookHoldsTextsAndDatesAndNoFormula(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("liste.xlsx"), written(ExportFormat.XLSX));
        String sheet;
        try (var workbook = new ZipFile(file.toFile());
                var bytes = workbook.getInputStream(workbook.getEntry("xl/worksheets/sheet1.xml"))) {
            sheet = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertTrue(sheet.contains(">AEC-1</t></is>"), sheet);
        assertTrue(sheet.contains("HYPERLINK"), sheet);
        assertFalse(sheet.contains("<f>"), sheet);
        assertTrue(sheet.contains("<v>46204.5</v>"), "a date is a date: " + sheet);
    }
}
