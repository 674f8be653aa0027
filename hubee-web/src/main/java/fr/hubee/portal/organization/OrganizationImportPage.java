package fr.hubee.portal.organization;

import fr.hubee.organization.ImportLine;
import fr.hubee.organization.ImportOutcome;
import fr.hubee.organization.ImportReport;
import fr.hubee.organization.OrganizationImportService;
import fr.hubee.portal.format.CsvAnswer;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/** Imports organisations from a file: check, report, then import. */
@Named
@ViewScoped
public class OrganizationImportPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 200;

    @Inject
    OrganizationImportService imports;

    @Inject
    CurrentCaller currentCaller;

    private transient Part file;
    private String name;
    private byte[] bytes;
    private transient ImportReport report;

    public void check() throws IOException {
        forget();
        if (file == null || file.getSize() == 0) {
            PageMessages.refusal("Choisissez un fichier CSV qui n’est pas vide.");
            return;
        }
        byte[] sent;
        try (var stream = file.getInputStream()) {
            sent = stream.readNBytes(OrganizationImportService.MOST_BYTES + 1);
        }
        report = imports.check(currentCaller.get(), new ByteArrayInputStream(sent));
        name = file.getSubmittedFileName();
        bytes = sent;
    }

    /** Imports what was checked, once: a second click finds nothing to import. */
    public void run() {
        if (bytes == null) {
            PageMessages.refusal("Ce fichier est déjà importé, ou n’est plus là : vérifiez-le de nouveau.");
            return;
        }
        var taken = bytes;
        report = imports.run(currentCaller.get(), new ByteArrayInputStream(taken));
        bytes = null;
        PageMessages.success("Le fichier est importé : " + count(ImportOutcome.CREATED) + " créées, "
                + count(ImportOutcome.UPDATED) + " modifiées, " + count(ImportOutcome.REFUSED) + " refusées.");
    }

    private void forget() {
        report = null;
        bytes = null;
        name = null;
    }

    /** The whole report, for a spreadsheet. */
    public void download() throws IOException {
        CsvAnswer.sendText("import-organisations.csv", report.toCsv());
    }

    /** Errors first; limited to the lines that a page shows. */
    public List<ImportLine> getLines() {
        return report.lines().stream()
                .sorted(Comparator.comparing(line -> line.outcome() != ImportOutcome.REFUSED))
                .limit(MOST_SHOWN)
                .toList();
    }

    public boolean isCut() {
        return report.lines().size() > MOST_SHOWN;
    }

    public long count(ImportOutcome outcome) {
        return report.count(outcome);
    }

    public ImportOutcome[] getOutcomes() {
        return ImportOutcome.values();
    }

    /** Whether the file was checked and has something to import. */
    public boolean isReady() {
        return bytes != null && count(ImportOutcome.CREATED) + count(ImportOutcome.UPDATED) > 0;
    }

    /** Null before a file was read. */
    public ImportReport getReport() {
        return report;
    }

    public String getName() {
        return name;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
