package fr.hubee.portal.directory;

import fr.hubee.directory.organization.NamedOrganization;
import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationSearch;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.organization.RegisteredOrganization;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The organisations other than instructing services, for lists of choices and for names. */
@Named
@RequestScoped
public class Operators extends PersonPage {
    private static final int MOST = 1000;

    @Inject
    OrganizationService organizations;

    private List<RegisteredOrganization> operators;

    public List<RegisteredOrganization> getAll() {
        if (operators == null) {
            operators = of(OrganizationType.OSL);
        }
        return operators;
    }

    public List<RegisteredOrganization> getPlatform() {
        return of(OrganizationType.ADMIN);
    }

    /** Returns the organisations whose software others use. */
    public List<NamedOrganization> getEditors() {
        return organizations.editors();
    }

    private List<RegisteredOrganization> of(OrganizationType type) {
        var search = new OrganizationSearch(null, type, null, OrganizationColumn.NAME, false, 0, MOST);
        return organizations.page(caller(), search).items();
    }

    /** Returns its name, or its key when it is unknown in the register. */
    public String name(OrganizationKey key) {
        return getAll().stream()
                .filter(operator -> operator.key().equals(key))
                .map(operator -> operator.details().name())
                .findFirst()
                .orElse(key.toString());
    }
}
