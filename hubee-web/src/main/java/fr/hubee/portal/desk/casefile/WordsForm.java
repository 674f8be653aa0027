package fr.hubee.portal.desk.casefile;

import jakarta.enterprise.inject.Model;

/** Forms for a comment to colleagues and a message to the applicant. */
@Model
public class WordsForm extends CaseWords {
    public void say() {
        work.message(caller(), opened.acting(), typed("message"));
        getValues().clear();
        opened.done("Votre message est envoyé.");
    }

    public void note() {
        work.comment(caller(), opened.acting(), typed("comment"));
        getValues().clear();
        opened.done("Votre commentaire est ajouté.");
    }

    public boolean isSayOnPage() {
        return isOnPage("say", rights().messageRefusal());
    }

    public boolean isNoteOnPage() {
        return isOnPage("note", rights().commentRefusal());
    }
}
