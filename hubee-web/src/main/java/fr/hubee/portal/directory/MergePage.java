package fr.hubee.portal.directory;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.organization.RegisteredOrganization;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.lifetime.merge.MergePreview;
import fr.hubee.lifetime.merge.MergeService;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** Merges two communes: preview and confirmation; {@link Successors} offers the second one. */
@Named
@RequestScoped
public class MergePage {
    @Inject
    MergeService merges;

    @Inject
    OrganizationService organizations;

    @Inject
    Successors successors;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "source")
    String from;

    private boolean sure;
    private String fingerprint;
    private MergePreview preview;
    private RegisteredOrganization predecessor;

    @PostConstruct
    void open() {
        predecessor = organizations.read(QueryParameter.organizationKey(from));
        if (successors.isChosen()) {
            try {
                preview = merges.preview(currentCaller.get(), predecessor.key(), successors.chosen());
                fingerprint = preview.fingerprint();
            } catch (InvalidRequest impossible) {
                PageMessages.refusal(impossible.getMessage());
            }
        }
    }

    public void opened() {
        // open() is called before the page is written, so that the summary at its top tells what is refused
    }

    /** Returns null when there is nothing to merge. */
    public MergePreview getPreview() {
        return preview;
    }

    public RegisteredOrganization getPredecessor() {
        return predecessor;
    }

    public void merge() {
        if (!sure) {
            PageMessages.refusal("Cochez la case : lisez d’abord ce qui passe de l’une à l’autre.");
            return;
        }
        var moved = merges.merge(currentCaller.get(), predecessor.key(), successors.chosen(), fingerprint);
        PageMessages.success(
                "La fusion est faite. Transféré à " + moved.toName() + " : "
                        + MovedWords.of(
                                moved.allCases(), moved.subscriptions().moving().size(), moved.accounts())
                        + ". Elle peut être annulée pendant 30 jours : Organisations, Fusions récentes.",
                "/organisation?id=" + successors.chosen());
    }

    /** Returns the fingerprint of the preview that was shown: only that one can be confirmed. */
    public String getFingerprint() {
        return fingerprint;
    }

    public void setFingerprint(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
