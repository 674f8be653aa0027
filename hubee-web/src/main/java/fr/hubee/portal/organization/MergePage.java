package fr.hubee.portal.organization;

import fr.hubee.merge.MergePreview;
import fr.hubee.merge.MergeService;
import fr.hubee.organization.OrganizationColumn;
import fr.hubee.organization.OrganizationDetails;
import fr.hubee.organization.OrganizationSearch;
import fr.hubee.organization.OrganizationService;
import fr.hubee.organization.RegisteredOrganization;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.NotFound;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.OrganizationType;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** Merges two communes: choice of both, preview, confirmation. */
@Named
@RequestScoped
public class MergePage {
    private static final int MOST_FOUND = 20;

    @Inject
    MergeService merges;

    @Inject
    OrganizationService organizations;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "source")
    String from;

    @Inject
    @Param(name = "cible")
    String to;

    @Inject
    @Param(name = "texte")
    String text;

    private boolean sure;
    private String fingerprint;
    private MergePreview preview;
    private RegisteredOrganization predecessor;

    @PostConstruct
    void open() {
        predecessor = organizations.read(key(from));
        if (to != null) {
            try {
                preview = merges.preview(currentCaller.get(), key(from), key(to));
                fingerprint = preview.fingerprint();
            } catch (InvalidRequest impossible) {
                PageMessages.refusal(impossible.getMessage());
            }
        }
    }

    /** Called before the page is written, so that the summary at its top tells what is refused. */
    public void opened() {
        // open() has done it
    }

    /** Null when there is nothing to merge. */
    public MergePreview getPreview() {
        return preview;
    }

    public RegisteredOrganization getPredecessor() {
        return predecessor;
    }

    private static OrganizationKey key(String id) {
        var key = QueryParameter.organization(id);
        if (key == null) {
            throw NotFound.of("Organization");
        }
        return key;
    }

    /** The possible successors: active instructing services, by name or number. */
    public List<RegisteredOrganization> getFound() {
        if (text == null) {
            return List.of();
        }
        var search = new OrganizationSearch(
                text, OrganizationType.SI, OrganizationDetails.ACTIVE, OrganizationColumn.NAME, false, 0, MOST_FOUND);
        return organizations.page(currentCaller.get(), search).items().stream()
                .filter(each -> !each.key().toString().equals(from))
                .toList();
    }

    public String merge() {
        if (!sure) {
            PageMessages.refusal("Cochez la case : une fusion ne peut pas être défaite.");
            return null;
        }
        var moved = merges.merge(currentCaller.get(), key(from), key(to), fingerprint);
        PageMessages.success(
                "La fusion est faite : " + moved.toName() + " a reçu " + moved.allCases() + " télédossiers, "
                        + moved.subscriptions().moving().size() + " abonnements et " + moved.accounts() + " comptes.");
        return "/organisation?faces-redirect=true&id=" + to;
    }

    public String getFrom() {
        return from;
    }

    public String getText() {
        return text;
    }

    /** Of the preview that was shown: only that one is confirmed. */
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
