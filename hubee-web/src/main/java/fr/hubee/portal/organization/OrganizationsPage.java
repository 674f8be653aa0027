package fr.hubee.portal.organization;

import fr.hubee.organization.OrganizationColumn;
import fr.hubee.organization.OrganizationSearch;
import fr.hubee.organization.OrganizationService;
import fr.hubee.organization.RegisteredOrganization;
import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.ListPages;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.shared.OrganizationType;
import fr.hubee.shared.Page;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The register of organisations, page by page; all filters are in the address. */
@Named
@RequestScoped
public class OrganizationsPage {
    private static final int SIZE = 20;
    private static final List<OrganizationColumn> SORTS =
            List.of(OrganizationColumn.NAME, OrganizationColumn.COMPANY_REGISTER, OrganizationColumn.CREATE_DATE_TIME);

    @Inject
    OrganizationService organizations;

    @Inject
    CurrentCaller currentCaller;

    private String text;
    private String type;
    private String status;
    private String sort;
    private String order;
    private String number;
    private Page<RegisteredOrganization> found;

    public Page<RegisteredOrganization> getFound() {
        if (found == null) {
            found = organizations.page(
                    currentCaller.get(),
                    new OrganizationSearch(
                            text,
                            QueryParameter.one(OrganizationType.class, type),
                            status,
                            column(),
                            isDescending(),
                            (QueryParameter.page(number) - 1) * SIZE,
                            SIZE));
        }
        return found;
    }

    public ListPages getPages() {
        return new ListPages(asked(sort, order), getFound(), SIZE);
    }

    private Address asked(String column, String direction) {
        return new Address("/organisations")
                .with("texte", text)
                .with("type", type)
                .with("statut", status)
                .with("tri", column)
                .with("ordre", direction);
    }

    private OrganizationColumn column() {
        return SORTS.stream()
                .filter(each -> each.name().equals(sort))
                .findFirst()
                .orElse(OrganizationColumn.NAME);
    }

    /** For a column header: the current order by this column. */
    public String sorting(String column) {
        if (!column().name().equals(column)) {
            return "none";
        }
        return isDescending() ? "descending" : "ascending";
    }

    /** The link of a column header: sorts by it, or reverses the order. */
    public String sorted(String column) {
        return asked(column, "ascending".equals(sorting(column)) ? "decroissant" : null)
                .toString();
    }

    private boolean isDescending() {
        return "decroissant".equals(order);
    }

    public boolean isSearched() {
        return text != null || type != null || status != null;
    }

    public List<OrganizationType> getTypes() {
        return List.of(OrganizationType.values());
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getOrder() {
        return order;
    }

    public void setOrder(String order) {
        this.order = order;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
