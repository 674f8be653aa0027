package fr.hubee.portal.casefile;

import fr.hubee.casework.CaseDownloadService;
import fr.hubee.folder.AttachmentPath;
import fr.hubee.shared.FileName;
import fr.hubee.storage.BlobReader;
import fr.hubee.storage.StoredFile;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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

    private String caseId;
    private String fileId;
    private String eventId;
    private String back = ReturnToList.PATH;
    private String place;
    private StoredFile file;
    private PreviewKind kind;
    private String text;

    public void opened() throws IOException {
        file = downloads.open(currentCaller.get(), path());
        kind = PreviewKind.of(file.mimeType());
        bytes.requireHere(file.blob());
        if (kind == PreviewKind.TEXT) {
            var read = new ByteArrayOutputStream();
            bytes.open(file.blob(), 0, Math.min(file.blob().size(), LONGEST_TEXT))
                    .writeTo(read);
            text = XmlText.of(read.toByteArray());
        }
    }

    private AttachmentPath.Reading path() {
        var theCase = FileRequestServlet.id(caseId);
        var piece = FileRequestServlet.id(fileId);
        return eventId == null
                ? new AttachmentPath.OfCase(theCase, piece)
                : new AttachmentPath.OfEvent(theCase, FileRequestServlet.id(eventId), piece);
    }

    /** The parameters that identify the file in an address. */
    public String getQuery() {
        return "td=" + caseId + "&piece=" + fileId + (eventId == null ? "" : "&evenement=" + eventId);
    }

    public String getFileName() {
        return FileName.harmless(file.fileName());
    }

    public boolean isPdf() {
        return kind == PreviewKind.PDF;
    }

    public boolean isImage() {
        return kind == PreviewKind.IMAGE;
    }

    public boolean isWithout() {
        return kind == PreviewKind.NONE;
    }

    /** Null when it is not a text. */
    public String getText() {
        return text;
    }

    public boolean isCut() {
        return text != null && (file.blob().size() > LONGEST_TEXT || text.endsWith(XmlText.CUT));
    }

    public String getCaseId() {
        return caseId;
    }

    public void setCaseId(String caseId) {
        this.caseId = caseId;
    }

    public String getFileId() {
        return fileId;
    }

    public void setFileId(String fileId) {
        this.fileId = fileId;
    }

    /** The list from which its télédossier was opened. */
    public String getBack() {
        return back;
    }

    public void setBack(String back) {
        this.back = ReturnToList.at(back);
    }

    /** The télédossier's former position in that list; null for its current one. */
    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = ReturnToList.place(place);
    }

    public String getBackWritten() {
        return ReturnToList.written(back, place);
    }

    public String getEventId() {
        return eventId;
    }

    public void setEventId(String eventId) {
        this.eventId = eventId;
    }
}
