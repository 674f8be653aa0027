package fr.hubee.portal.directory;

import fr.hubee.directory.process.DepositGateService;
import fr.hubee.directory.process.DepositGateService.OpenedGate;
import fr.hubee.directory.process.DocumentSchema;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.omnifaces.cdi.Param;

/** The demands of a démarche on the files of a deposit: types that are required, and a schema for each type of file. */
@Model
public class DepositGatePage extends PersonPage {
    @Inject
    DepositGateService gates;

    @Inject
    @Param(name = "demarche")
    String code;

    private final Once<OpenedGate> opened = new Once<>(() -> gates.open(caller(), code == null ? "" : code));
    private Part file;

    /** Refuses a démarche that is not hers before the page is written. */
    public void opened() {
        opened.get();
    }

    public OpenedGate getOpened() {
        return opened.get();
    }

    public String getCode() {
        return code;
    }

    public boolean isRequired(String type) {
        return opened.get().gate().requiredTypes().contains(type);
    }

    public void require() {
        var chosen = Optional.ofNullable(request().getParameterValues("required"))
                .map(List::of)
                .orElse(List.of());
        gates.require(caller(), code, chosen);
        done("Les pièces obligatoires sont enregistrées.");
    }

    public void attach() throws IOException {
        if (file == null || file.getSize() == 0) {
            PageMessages.fieldError("file", "Choisissez un fichier qui n’est pas vide.");
            return;
        }
        byte[] schema;
        try (var stream = file.getInputStream()) {
            schema = stream.readNBytes(DocumentSchema.MOST_BYTES + 1);
        }
        gates.attach(caller(), code, typed("type"), schema);
        done("Le schéma est attaché : il vaut dès le prochain dépôt.");
    }

    public void detach(String type) {
        gates.detach(caller(), code, type);
        done("Le schéma est enlevé.");
    }

    private void done(String text) {
        PageMessages.success(
                text, new Address("/controle").with("demarche", code).text());
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
