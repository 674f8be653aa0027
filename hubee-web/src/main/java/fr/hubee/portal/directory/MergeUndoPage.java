package fr.hubee.portal.directory;

import fr.hubee.lifetime.merge.MergeUndoService;
import fr.hubee.lifetime.merge.UndoPreview;
import fr.hubee.portal.directory.MergesPage.MovedWords;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** Undoes a merge: shows what goes back and what cannot, and asks for a confirmation. */
@Named
@RequestScoped
public class MergeUndoPage extends PersonPage {
    @Inject
    MergeUndoService merges;

    @Inject
    @Param(name = "id")
    String id;

    private boolean sure;
    private UndoPreview preview;

    @PostConstruct
    void open() {
        preview = merges.preview(caller(), QueryParameter.id(id));
        getValues().put("fingerprint", preview.fingerprint());
    }

    public UndoPreview getPreview() {
        return preview;
    }

    public void undo() {
        if (!sure) {
            PageMessages.refusal("Cochez la case : lisez d’abord ce qui revient, et ce qui ne revient pas.");
            return;
        }
        var returned = merges.undo(caller(), preview.merge().id(), typed("fingerprint"));
        PageMessages.success(
                "La fusion est annulée. Revenu à " + returned.merge().fromName() + " : "
                        + MovedWords.of(
                                returned.cases().allReturning(),
                                returned.returning().size()
                                        + returned.resuming().size(),
                                returned.returningAccounts())
                        + ".",
                "/fusions");
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
