package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseRights;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.inject.Inject;

/** A comment for colleagues and a message to the applicant, as a form of a télédossier sends them. */
public abstract class CaseWords {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    OpenedCase opened;

    @Inject
    CaseWorkService work;

    String comment;
    String message;

    CaseRights rights() {
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
