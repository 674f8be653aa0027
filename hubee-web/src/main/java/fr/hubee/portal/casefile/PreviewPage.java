package fr.hubee.portal.casefile;

import fr.hubee.casework.CaseDownloadService;
import fr.hubee.shared.FileName;
import fr.hubee.storage.BlobReader;
import fr.hubee.storage.StoredFile;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The preview of a file, without a download. */
@Named
@RequestScoped
public class PreviewPage {
    /** Maximum length of a previewed text, in bytes; longer ones can be downloaded. */
    private static final int LONGEST_TEXT = 500_000;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    CaseDownloadService downloads;

    @Inject
    BlobReader bytes;

    @Inject
    HttpServletRequest request;

    private StoredFile file;
    private PreviewKind kind;
    private String text;

    public void opened() throws IOException {
        file = downloads.open(currentCaller.get(), FileRequestServlet.path(request));
        kind = PreviewKind.of(file.mimeType());
        bytes.requireHere(file.blob());
        if (kind == PreviewKind.TEXT) {
            var read = new ByteArrayOutputStream();
            bytes.open(file.blob(), 0, Math.min(file.blob().size(), LONGEST_TEXT))
                    .writeTo(read);
            text = XmlText.of(read.toByteArray());
        }
    }

    /** The parameters that identify the file in an address. */
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

    /** Null when it is not a text. */
    public String getText() {
        return text;
    }

    public boolean isCut() {
        return text != null && (file.blob().size() > LONGEST_TEXT || text.endsWith(XmlText.CUT));
    }

    /** The list from which its télédossier was opened, and its former position there, as parameters of another address. */
    public String getBackWritten() {
        return ReturnToList.written(request);
    }
}
