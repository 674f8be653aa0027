package fr.hubee.portal.desk.casefile;

import fr.hubee.files.storage.BlobReader;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.kernel.shared.FileName;
import fr.hubee.portal.field.FileText;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The preview of a file, without a download. */
@Model
public class PreviewPage {
    @Inject
    CaseReader reader;

    @Inject
    BlobReader bytes;

    @Inject
    HttpServletRequest request;

    private StoredFile file;
    private PreviewKind kind;
    private FileText text;

    public void opened() throws IOException {
        file = reader.shown(CaseFilesResource.path(request));
        kind = PreviewKind.of(file.mimeType());
        bytes.requireHere(file.blob());
        if (kind == PreviewKind.TEXT) {
            text = FileText.of(bytes, file.blob());
        }
    }

    public String getQuery() {
        var event = request.getParameter("evenement");
        return "td=" + request.getParameter("td") + "&piece=" + request.getParameter("piece")
                + (event == null || event.isEmpty() ? "" : "&evenement=" + event);
    }

    public String getFileName() {
        return FileName.harmless(file.fileName());
    }

    public PreviewKind getKind() {
        return kind;
    }

    /** Returns null when it is not a text. */
    public String getText() {
        return text == null ? null : text.text();
    }

    public boolean isCut() {
        return text != null && text.cut();
    }

    /** Returns the list from which its télédossier was opened, and its former position there, as parameters of another address. */
    public String getBackWritten() {
        return ReturnToList.written(request);
    }
}
