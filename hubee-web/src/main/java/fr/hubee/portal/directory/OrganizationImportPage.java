package fr.hubee.portal.directory;

import fr.hubee.directory.organization.ImportReport;
import fr.hubee.directory.organization.ImportReport.ImportOutcome;
import fr.hubee.directory.organization.OrganizationImportService;
import fr.hubee.directory.organization.OrganizationImportService.KeptFile;
import fr.hubee.portal.field.CsvAnswer;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** Imports organisations from a file: check, report, then import. The address contains the file that was checked. */
@Named
@RequestScoped
public class OrganizationImportPage extends PersonPage {
    @Inject
    OrganizationImportService files;

    @Inject
    @Param(name = "fichier")
    String id;

    private Part file;
    private KeptFile kept;

    @PostConstruct
    void read() {
        kept = id == null ? null : files.read(caller(), QueryParameter.id(id)).orElse(null);
        if (id != null && kept == null) {
            PageMessages.refusal("Ce fichier n’est plus là : vérifiez-le de nouveau.");
        }
    }

    /** Creates this bean before the page is written, so that the summary at its top has its refusals. */
    public void open() {}

    public String check() throws IOException {
        if (file == null || file.getSize() == 0) {
            PageMessages.fieldError("file", "Choisissez un fichier CSV qui n’est pas vide.");
            return null;
        }
        byte[] sent;
        try (var stream = file.getInputStream()) {
            sent = stream.readNBytes(OrganizationImportService.MOST_BYTES + 1);
        }
        return at(files.check(caller(), file.getSubmittedFileName(), sent));
    }

    /** Imports what was checked, once: a second click finds nothing to import. */
    public String run() {
        var checked = QueryParameter.id(id);
        var report = files.run(caller(), checked);
        PageMessages.success("Le fichier est importé : " + report.count(ImportOutcome.CREATED) + " créées, "
                + report.count(ImportOutcome.UPDATED) + " modifiées, " + report.count(ImportOutcome.REFUSED)
                + " refusées.");
        return at(checked);
    }

    private static String at(UUID id) {
        return "/import-organisations?faces-redirect=true&fichier=" + id;
    }

    public void download() throws IOException {
        CsvAnswer.sendText("import-organisations.csv", files.report(caller(), QueryParameter.id(id)));
    }

    /** Returns null before a file was checked. */
    public KeptFile getKept() {
        return kept;
    }

    /** Returns null once it is imported. */
    public ImportReport getPlan() {
        return kept == null ? null : kept.plan();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
