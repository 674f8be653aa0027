package fr.hubee.portal.desk.casefile;

import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.inject.Model;

/** Forms for a comment to colleagues and a message to the applicant. */
@Model
public class WordsForm extends CaseWords {
    public void say() {
        work.message(caller(), opened.acting(), message);
        PageMessages.success("Votre message est envoyé.", opened.address());
    }

    public void note() {
        work.comment(caller(), opened.acting(), comment);
        PageMessages.success("Votre commentaire est ajouté.", opened.address());
    }

    public boolean isSayOnPage() {
        return isOnPage("say", rights().messageRefusal());
    }

    public boolean isNoteOnPage() {
        return isOnPage("note", rights().commentRefusal());
    }

    /** Returns the typed text, once its form is no longer on the page. */
    public String getUnsaved() {
        return typed(
                rights().commentRefusal() == null ? null : comment, rights().messageRefusal() == null ? null : message);
    }
}
