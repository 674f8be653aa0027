package fr.hubee.portal.people;

import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationSearch;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.organization.RegisteredOrganization;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The organisations from which the national administrator chooses the one of a new account. */
@Named
@RequestScoped
public class OrganizationChoice {
    private static final int MOST = 20;

    @Inject
    OrganizationService organizations;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @ManagedProperty("#{param.cherche}")
    String searched;

    private List<RegisteredOrganization> found;

    public List<RegisteredOrganization> getFound() {
        if (found == null) {
            var search = new OrganizationSearch(searched, null, null, OrganizationColumn.NAME, false, 0, MOST);
            found = organizations.page(currentCaller.get(), search).items();
        }
        return found;
    }
}
