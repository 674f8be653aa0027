package fr.hubee.portal.organization;

import fr.hubee.organization.OrganizationColumn;
import fr.hubee.organization.OrganizationSearch;
import fr.hubee.organization.OrganizationService;
import fr.hubee.organization.RegisteredOrganization;
import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.list.ListPart;
import fr.hubee.portal.list.ListTable;
import fr.hubee.shared.OrganizationType;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.omnifaces.cdi.Param;

/** The register of organisations; the search is in the address. */
@Named
@RequestScoped
public class OrganizationsPage {
    @Inject
    OrganizationService organizations;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "texte")
    String text;

    @Inject
    @Param(name = "type")
    String type;

    @Inject
    @Param(name = "statut")
    String status;

    private ListTable<RegisteredOrganization> table;

    public ListTable<RegisteredOrganization> getTable() {
        if (table == null) {
            table = new ListTable<>(address(), part -> organizations.page(currentCaller.get(), search(part)));
        }
        return table;
    }

    private OrganizationSearch search(ListPart part) {
        return new OrganizationSearch(
                text,
                QueryParameter.one(OrganizationType.class, type),
                status,
                Objects.requireNonNullElse(
                        QueryParameter.one(OrganizationColumn.class, part.sort()), OrganizationColumn.NAME),
                part.descending(),
                part.offset(),
                part.size());
    }

    private Address address() {
        return new Address("/organisations")
                .with("texte", text)
                .with("type", type)
                .with("statut", status);
    }

    public boolean isFiltered() {
        return !address().text().equals("/organisations");
    }

    /** Whether a filter that is folded away narrows the list. */
    public boolean isMore() {
        return status != null;
    }

    public OrganizationType[] getTypes() {
        return OrganizationType.values();
    }
}
