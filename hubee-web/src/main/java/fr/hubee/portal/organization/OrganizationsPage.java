package fr.hubee.portal.organization;

import fr.hubee.organization.OrganizationColumn;
import fr.hubee.organization.OrganizationSearch;
import fr.hubee.organization.OrganizationService;
import fr.hubee.organization.RegisteredOrganization;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.list.ListFilters;
import fr.hubee.portal.list.ListPart;
import fr.hubee.portal.list.ListTable;
import fr.hubee.shared.OrganizationType;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;

/** The register of organisations; the search is in the address. */
@Named
@RequestScoped
public class OrganizationsPage {
    @Inject
    OrganizationService organizations;

    @Inject
    CurrentCaller currentCaller;

    private final ListFilters filters = new ListFilters("/organisations", List.of("texte", "type"), List.of("statut"));
    private final ListTable<RegisteredOrganization> table =
            new ListTable<>(filters, part -> organizations.page(currentCaller.get(), search(part)));

    public ListTable<RegisteredOrganization> getTable() {
        return table;
    }

    private OrganizationSearch search(ListPart part) {
        return new OrganizationSearch(
                filters.text("texte"),
                filters.one(OrganizationType.class, "type"),
                filters.text("statut"),
                Objects.requireNonNullElse(
                        QueryParameter.one(OrganizationColumn.class, part.sort()), OrganizationColumn.NAME),
                part.descending(),
                part.offset(),
                part.size());
    }

    public OrganizationType[] getTypes() {
        return OrganizationType.values();
    }
}
