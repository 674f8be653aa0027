package fr.hubee.portal.casefile;

import fr.hubee.casework.CaseRights;
import fr.hubee.casework.CaseWorkService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** What a user writes about a télédossier: a comment for her colleagues, or a message to the applicant. */
@Named
@RequestScoped
public class WordsForm {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    OpenedCase opened;

    @Inject
    CaseWorkService work;

    private String comment;
    private String message;

    public void say() throws IOException {
        work.message(currentCaller.get(), opened.acting(), message);
        SentForm.done("Votre message est envoyé.", opened.address());
    }

    public void note() throws IOException {
        work.comment(currentCaller.get(), opened.acting(), comment);
        SentForm.done("Votre commentaire est ajouté.", opened.address());
    }

    public boolean isSayOnPage() {
        return SentForm.isOnPage("say", rights().messageRefusal());
    }

    public boolean isNoteOnPage() {
        return SentForm.isOnPage("note", rights().commentRefusal());
    }

    /** What she has typed, once its form is not on the page any more. */
    public String getUnsaved() {
        return SentForm.typed(
                rights().commentRefusal() == null ? null : comment, rights().messageRefusal() == null ? null : message);
    }

    private CaseRights rights() {
        return opened.view().rights();
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
