package fr.hubee.portal.subscription;

import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.list.ListPart;
import fr.hubee.portal.list.ListTable;
import fr.hubee.subscription.SubscriptionStatus;
import fr.hubee.subscription.overview.SubscriptionFilter;
import fr.hubee.subscription.overview.SubscriptionLine;
import fr.hubee.subscription.overview.SubscriptionOverviewService;
import fr.hubee.subscription.overview.SubscriptionSort;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.omnifaces.cdi.Param;

/** The list of subscriptions; the search is in the address. */
@Named
@RequestScoped
public class SubscriptionsPage {
    private static final String TO_VALIDATE = "A_VALIDER";

    @Inject
    SubscriptionOverviewService subscriptions;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "operateur")
    String operator;

    @Inject
    @Param(name = "demarche")
    String process;

    @Inject
    @Param(name = "statut")
    String status;

    @Inject
    @Param(name = "abonne")
    String subscriber;

    private ListTable<SubscriptionLine> table;

    public ListTable<SubscriptionLine> getTable() {
        if (table == null) {
            table = new ListTable<>(address(), part -> subscriptions.page(currentCaller.get(), filter(part)));
        }
        return table;
    }

    private SubscriptionFilter filter(ListPart part) {
        return new SubscriptionFilter(
                QueryParameter.organization(operator),
                process,
                QueryParameter.one(SubscriptionStatus.class, status),
                TO_VALIDATE.equals(status),
                subscriber,
                Objects.requireNonNullElse(
                        QueryParameter.one(SubscriptionSort.class, part.sort()), SubscriptionSort.PROCESS),
                part.descending(),
                part.offset(),
                part.size());
    }

    private Address address() {
        return new Address("/abonnements")
                .with("operateur", operator)
                .with("demarche", process)
                .with("statut", status)
                .with("abonne", subscriber);
    }

    public boolean isFiltered() {
        return !address().text().equals("/abonnements");
    }

    /** Whether a filter that is folded away narrows the list. */
    public boolean isMore() {
        return operator != null;
    }
}
