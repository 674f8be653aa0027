package fr.hubee.portal.directory;

import fr.hubee.directory.overview.NamedProcess;
import fr.hubee.directory.overview.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The filters that the user may apply to the subscriptions that she can see. */
@Named
@RequestScoped
public class SubscriptionFilters {
    @Inject
    SubscriptionOverviewService subscriptions;

    @Inject
    CurrentCaller currentCaller;

    private List<NamedProcess> processes;

    /** Whether she sees the subscriptions of several organisations. */
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

    /** Returns the key of each operator, by its name. */
    public Map<String, String> getOperators() {
        var operators = new TreeMap<String, String>(FrenchOrder.words());
        getProcesses()
                .forEach(each ->
                        operators.put(each.operatorName(), each.operator().toString()));
        return operators;
    }

    public SubscriptionStatus[] getStatuses() {
        return SubscriptionStatus.values();
    }
}
