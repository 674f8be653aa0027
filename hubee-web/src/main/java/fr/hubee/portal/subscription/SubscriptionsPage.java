package fr.hubee.portal.subscription;

import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.ListPages;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.security.Roles;
import fr.hubee.shared.FrenchOrder;
import fr.hubee.shared.Page;
import fr.hubee.subscription.SubscriptionStatus;
import fr.hubee.subscription.overview.NamedProcess;
import fr.hubee.subscription.overview.SubscriptionFilter;
import fr.hubee.subscription.overview.SubscriptionLine;
import fr.hubee.subscription.overview.SubscriptionOverviewService;
import fr.hubee.subscription.overview.SubscriptionSort;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The list of subscriptions; search and order are in the address. */
@Named
@RequestScoped
public class SubscriptionsPage {
    static final int SIZE = 25;
    private static final String TO_VALIDATE = "A_VALIDER";
    private static final String DESCENDING = "desc";

    @Inject
    SubscriptionOverviewService subscriptions;

    @Inject
    CurrentCaller currentCaller;

    private String operator;
    private String process;
    private String status;
    private String text;
    private String sort;
    private String direction;
    private String page;
    private Page<SubscriptionLine> found;
    private List<NamedProcess> processes;

    public Page<SubscriptionLine> getFound() {
        if (found == null) {
            found = subscriptions.page(currentCaller.get(), filter());
        }
        return found;
    }

    private SubscriptionFilter filter() {
        return new SubscriptionFilter(
                QueryParameter.organization(operator),
                process,
                QueryParameter.one(SubscriptionStatus.class, status),
                TO_VALIDATE.equals(status),
                text,
                sorted(),
                DESCENDING.equals(direction),
                (QueryParameter.page(page) - 1) * SIZE,
                SIZE);
    }

    private SubscriptionSort sorted() {
        var asked = QueryParameter.one(SubscriptionSort.class, sort);
        return asked == null ? SubscriptionSort.PROCESS : asked;
    }

    public ListPages getPages() {
        return new ListPages(sortedAddress(sort, direction), getFound(), SIZE);
    }

    private Address filtered() {
        return new Address("/abonnements")
                .with("operateur", operator)
                .with("demarche", process)
                .with("statut", status)
                .with("abonne", text);
    }

    private Address sortedAddress(String by, String way) {
        return filtered().with("tri", by).with("sens", way);
    }

    /** The link that sorts by a column, or reverses the order. */
    public String sortedBy(String column) {
        boolean again = sorted().name().equals(column) && !DESCENDING.equals(direction);
        return sortedAddress(column, again ? DESCENDING : null).text();
    }

    /** The sort direction, for screen readers. */
    public String direction(String column) {
        if (!sorted().name().equals(column)) {
            return "none";
        }
        return DESCENDING.equals(direction) ? "descending" : "ascending";
    }

    public boolean isFiltered() {
        return !filtered().text().equals("/abonnements");
    }

    /** Whether the user sees the subscriptions of several organisations. */
    public boolean isForMany() {
        var caller = currentCaller.get();
        return caller.is(Roles.ADMIN) || caller.is(Roles.BUSINESS) || caller.is(Roles.EDITOR);
    }

    public List<NamedProcess> getProcesses() {
        if (processes == null) {
            processes = subscriptions.processes(currentCaller.get());
        }
        return processes;
    }

    /** The key of each operator, by its name. */
    public Map<String, String> getOperators() {
        var operators = new TreeMap<String, String>(FrenchOrder.words());
        getProcesses()
                .forEach(each ->
                        operators.put(each.operatorName(), each.operator().toString()));
        return operators;
    }

    public List<SubscriptionStatus> getStatuses() {
        return List.of(SubscriptionStatus.values());
    }

    public String getOperator() {
        return operator;
    }

    public void setOperator(String operator) {
        this.operator = operator;
    }

    public String getProcess() {
        return process;
    }

    public void setProcess(String process) {
        this.process = process;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getDirection() {
        return direction;
    }

    public void setDirection(String direction) {
        this.direction = direction;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }
}
