package fr.hubee.portal.directory;

import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationField;
import fr.hubee.directory.organization.OrganizationSearch;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.organization.RegisteredOrganization;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The register of organisations; the search is in the address. */
@Named
@RequestScoped
public class OrganizationsPage extends PersonPage {
    /** Has the columns of the import: an export can be imported again. */
    private static final ListExport<RegisteredOrganization> EXPORT = ListExport.of(
            "organisations",
            "Organisations",
            Stream.of(OrganizationField.values()).map(OrganizationField::label).toList(),
            organization -> Stream.of(OrganizationField.values())
                    .map(field -> field.value(organization.key(), organization.details()))
                    .toArray());

    @Inject
    OrganizationService organizations;

    private final ListFilters filters = new ListFilters("/organisations", List.of("texte", "type"), List.of("statut"));
    private final ListTable<RegisteredOrganization> table =
            new ListTable<>(filters, part -> organizations.page(caller(), search(part)));

    public void opened() throws IOException {
        var format = ListExport.asked();
        if (format != null) {
            EXPORT.send(format, table);
        }
    }

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
