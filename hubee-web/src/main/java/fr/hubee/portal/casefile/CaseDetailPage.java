package fr.hubee.portal.casefile;

import fr.hubee.caselist.CaseCursor;
import fr.hubee.caselist.CaseSort;
import fr.hubee.casework.CaseDepositService;
import fr.hubee.casework.CaseFile;
import fr.hubee.casework.CaseMove;
import fr.hubee.casework.CaseReadingService;
import fr.hubee.casework.CaseView;
import fr.hubee.casework.CaseWorkService;
import fr.hubee.casework.HistoryEntry;
import fr.hubee.filetype.FileFormat;
import fr.hubee.folder.status.CaseStatus;
import fr.hubee.portal.caselist.ListAddress;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A télédossier and its actions. Forms send back the status that was on the page: {@code seen}. */
@Named
@ViewScoped
public class CaseDetailPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Bytes: more than a minute on a slow line. */
    private static final long LONG_DOWNLOAD = 100_000_000;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    CaseReadingService cases;

    @Inject
    CaseWorkService work;

    private String id;
    private String back = ReturnToList.PATH;
    private String place;
    private String justDone;
    private transient CaseView view;
    private CaseStatus seen;
    private CaseStatus wanted;
    private String moveComment;
    private String moveMessage;
    private String comment;
    private String message;

    public void opened() {
        show(cases.open(currentCaller.get(), FileRequestServlet.id(id)));
        var sort = ListAddress.filter(back).sort();
        if (place == null && sort == CaseSort.UPDATED) {
            place = CaseCursor.of(view, sort).text();
        }
        if ("depot".equals(justDone)) {
            PageMessages.success("Les pièces jointes ont été déposées et transmises.");
        }
    }

    public CaseView getView() {
        if (view == null) {
            read();
        }
        return view;
    }

    private void read() {
        show(cases.read(currentCaller.get(), FileRequestServlet.id(id)));
    }

    private void show(CaseView known) {
        view = known;
        seen = view.status();
    }

    /** Whether she must first acknowledge receipt. */
    public boolean isToReceive() {
        return getView().status() == CaseStatus.SENT && getView().rights().moveRefusal() == null;
    }

    public boolean isStartedByDownload() {
        return getView().status() == CaseStatus.SENT || getView().status() == CaseStatus.SI_RECEIVED;
    }

    public String receive() {
        work.receive(currentCaller.get(), acted());
        return told("La réception est confirmée : le télédossier est « Reçu ».");
    }

    public String move() {
        var move = new CaseMove(seen, wanted, moveComment, moveMessage);
        work.move(currentCaller.get(), acted(), move);
        return told("Le télédossier est maintenant « " + wanted.label() + " ».");
    }

    public String say() {
        work.message(currentCaller.get(), acted(), message);
        return told("Votre message est envoyé.");
    }

    public String note() {
        work.comment(currentCaller.get(), acted(), comment);
        return told("Votre commentaire est ajouté.");
    }

    /** Reloads the case after an action, even a refused one. */
    private UUID acted() {
        view = null;
        return FileRequestServlet.id(id);
    }

    private String told(String text) {
        PageMessages.success(text);
        justDone = null; // the next page does not repeat the message
        return "/teledossier?faces-redirect=true&includeViewParams=true";
    }

    public List<HistoryMonth> getMonths() {
        return HistoryMonth.of(getView().history());
    }

    public String sentence(HistoryEntry entry) {
        return HistoryText.of(entry);
    }

    public String statuses(HistoryEntry entry) {
        return HistoryText.statuses(entry);
    }

    public boolean isAnyStored() {
        return getView().files().stream().anyMatch(CaseFile::isStored);
    }

    /** Whether its files are so large that a ZIP should be prepared in the background. */
    public boolean isLong() {
        return getView().files().stream()
                        .filter(CaseFile::isStored)
                        .mapToLong(CaseFile::size)
                        .sum()
                > LONG_DOWNLOAD;
    }

    public boolean isPreviewed(CaseFile file) {
        return file.isStored() && PreviewKind.of(file.mimeType()) != PreviewKind.NONE;
    }

    /** The parameters that identify a file in an address. */
    public String query(CaseFile file) {
        return "td=" + getView().id() + "&piece=" + file.id()
                + (file.eventId() == null ? "" : "&evenement=" + file.eventId());
    }

    public String kind(CaseFile file) {
        return FileFormat.label(file.mimeType());
    }

    /** Why a file is not available. */
    public String condition(CaseFile file) {
        return switch (file.status()) {
            case RECEIVED -> file.added() ? "déposée par votre organisation" : "";
            case PENDING -> "pas encore reçue";
            case CORRUPTED -> "virus détecté : elle ne peut pas être téléchargée";
            case REJECTED -> "rejetée : elle ne correspond pas à ce qui était annoncé";
            case DELETED -> "supprimée : sa durée de conservation est atteinte";
        };
    }

    /** « PDF, XML ». */
    public String getAcceptedFormats() {
        return getView().depositRules().siFormats().stream()
                .map(FileFormat::label)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The maximum of one upload, in bytes. */
    public long getMostTogether() {
        return UploadRoom.most(getView().depositRules().maxSize(), CaseDepositService.MOST);
    }

    /** For the browser's file chooser. */
    public String getAcceptedEndings() {
        return getView().depositRules().siFormats().stream()
                .flatMap(format -> FileFormat.extensions(format).stream())
                .distinct()
                .collect(Collectors.joining(","));
    }

    public String getState() {
        return state(getView());
    }

    static String state(CaseView view) {
        return view.status() + " " + view.history().size();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /** The list that she came from. */
    public String getBack() {
        return back;
    }

    public void setBack(String back) {
        this.back = ReturnToList.at(back);
    }

    /** The same with its place, as parameters of another address. */
    public String getBackWritten() {
        return ReturnToList.written(back, place);
    }

    /** Its position in that list before she worked on it; null when its position does not change. */
    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = ReturnToList.place(place);
    }

    public String getJustDone() {
        return justDone;
    }

    public void setJustDone(String justDone) {
        this.justDone = justDone;
    }

    public CaseStatus getSeen() {
        return seen;
    }

    public void setSeen(CaseStatus seen) {
        this.seen = seen;
    }

    public CaseStatus getWanted() {
        return wanted;
    }

    public void setWanted(CaseStatus wanted) {
        this.wanted = wanted;
    }

    public String getMoveComment() {
        return moveComment;
    }

    public void setMoveComment(String moveComment) {
        this.moveComment = moveComment;
    }

    public String getMoveMessage() {
        return moveMessage;
    }

    public void setMoveMessage(String moveMessage) {
        this.moveMessage = moveMessage;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }
}
