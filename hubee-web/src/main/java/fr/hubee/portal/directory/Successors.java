package fr.hubee.portal.directory;

import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationDetails;
import fr.hubee.directory.organization.OrganizationSearch;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.organization.RegisteredOrganization;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The possible successors of a commune: active instructing services, by name or number. */
@Named
@RequestScoped
public class Successors {
    private static final int MOST = 20;

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

    private List<RegisteredOrganization> found;

    boolean isChosen() {
        return to != null || QueryParameter.organization(text) != null;
    }

    /** Returns the choice, from the proposals or from the list. */
    OrganizationKey chosen() {
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
        return organizations.page(currentCaller.get(), search).items().stream()
                .filter(each -> !each.key().toString().equals(from))
                .toList();
    }
}
