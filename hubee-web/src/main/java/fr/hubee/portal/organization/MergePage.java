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
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Merges two communes: choice of both, preview, confirmation. */
@Named
@ViewScoped
public class MergePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_FOUND = 20;

    @Inject
    MergeService merges;

    @Inject
    OrganizationService organizations;

    @Inject
    CurrentCaller currentCaller;

    private String from;
    private String to;
    private String text;
    private boolean sure;
    private String fingerprint;
    private transient MergePreview preview;
    private transient RegisteredOrganization predecessor;

    /** Keeps the preview that is shown: only that one is confirmed. */
    public void opened() {
        getPredecessor();
        if (to != null) {
            try {
                preview = merges.preview(currentCaller.get(), key(from), key(to));
                fingerprint = preview.fingerprint();
            } catch (InvalidRequest impossible) {
                PageMessages.refusal(impossible.getMessage());
            }
        }
    }

    /** Also shown after an error; the confirmation still applies to the first preview. */
    public MergePreview getPreview() {
        if (preview == null && fingerprint != null) {
            preview = merges.preview(currentCaller.get(), key(from), key(to));
        }
        return preview;
    }

    public RegisteredOrganization getPredecessor() {
        if (predecessor == null) {
            predecessor = organizations.read(key(from));
        }
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

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
