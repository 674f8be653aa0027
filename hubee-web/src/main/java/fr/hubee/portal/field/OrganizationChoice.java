package fr.hubee.portal.field;

import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationSearch;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.organization.RegisteredOrganization;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The organisation that the national administrator chooses before she fills in a form for it. */
@Named
@RequestScoped
public class OrganizationChoice extends PersonPage {
    private static final int MOST_FOUND = 20;

    @Inject
    @Param(name = "organisation")
    String organization;

    @Inject
    @Param(name = "cherche")
    String searched;

    @Inject
    OrganizationService organizations;

    private List<RegisteredOrganization> found;

    /** Returns null while no organisation is chosen. */
    public OrganizationKey key() {
        var proposed = QueryParameter.organization(searched);
        return proposed == null ? QueryParameter.organization(organization) : proposed;
    }

    /**
     * Returns the organisations that fit the search.
     *
     * @param type null for all
     */
    public List<RegisteredOrganization> found(OrganizationType type) {
        if (found == null) {
            var search = new OrganizationSearch(searched, type, null, OrganizationColumn.NAME, false, 0, MOST_FOUND);
            found = organizations.page(caller(), search).items();
        }
        return found;
    }
}
