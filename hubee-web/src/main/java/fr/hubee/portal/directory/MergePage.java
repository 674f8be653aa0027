package fr.hubee.portal.directory;

import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationDetails;
import fr.hubee.directory.organization.OrganizationSearch;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.organization.RegisteredOrganization;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.lifetime.merge.MergePreview;
import fr.hubee.lifetime.merge.MergeService;
import fr.hubee.portal.directory.MergesPage.MovedWords;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** Merges two communes: choice of the second one among active instructing services, preview and confirmation. */
@Named
@RequestScoped
public class MergePage extends PersonPage {
    private static final int MOST = 20;

    @Inject
    MergeService merges;

    @Inject
    OrganizationService organizations;

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
    private MergePreview preview;
    private RegisteredOrganization predecessor;
    private List<RegisteredOrganization> found;

    @PostConstruct
    void open() {
        predecessor = organizations.read(QueryParameter.organizationKey(from));
        if (isChosen()) {
            try {
                preview = merges.preview(caller(), predecessor.key(), chosen());
                getValues().put("fingerprint", preview.fingerprint());
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
        var moved = merges.merge(caller(), predecessor.key(), chosen(), typed("fingerprint"));
        PageMessages.success(
                "La fusion est faite. Transféré à " + moved.toName() + " : "
                        + MovedWords.of(
                                moved.allCases(), moved.subscriptions().moving().size(), moved.accounts())
                        + ". Elle peut être annulée pendant 30 jours : Organisations, Fusions récentes.",
                "/organisation?id=" + chosen());
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }

    private boolean isChosen() {
        return to != null || QueryParameter.organization(text) != null;
    }

    /** Returns the choice, from the proposals or from the list. */
    private OrganizationKey chosen() {
        var proposed = QueryParameter.organization(text);
        return proposed == null ? QueryParameter.organizationKey(to) : proposed;
    }

    /** Whether a name or number was searched, and no proposal chosen. */
    public boolean isSearched() {
        return text != null && QueryParameter.organization(text) == null;
    }

    public List<RegisteredOrganization> getFound() {
        if (found == null) {
            found = isSearched() ? find() : List.of();
        }
        return found;
    }

    private List<RegisteredOrganization> find() {
        var search = new OrganizationSearch(
                text, OrganizationType.SI, OrganizationDetails.ACTIVE, OrganizationColumn.NAME, false, 0, MOST);
        return organizations.page(caller(), search).items().stream()
                .filter(each -> !each.key().toString().equals(from))
                .toList();
    }
}
