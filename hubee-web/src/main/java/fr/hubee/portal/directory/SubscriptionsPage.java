package fr.hubee.portal.directory;

import fr.hubee.desk.watch.SilentSoftwareService;
import fr.hubee.directory.subscription.NamedProcess;
import fr.hubee.directory.subscription.SubscriptionFilter;
import fr.hubee.directory.subscription.SubscriptionFilter.SubscriptionSort;
import fr.hubee.directory.subscription.SubscriptionLine;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.frame.MenuEntry;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The list of subscriptions; the search is in the address. */
@Named
@RequestScoped
public class SubscriptionsPage extends PersonPage {
    private static final String TO_VALIDATE = "A_VALIDER";
    private static final String TO_ACTIVATE = "A_ACTIVER";

    @Inject
    SubscriptionOverviewService subscriptions;

    @Inject
    SilentSoftwareService software;

    private List<NamedProcess> processes;

    private final ListFilters filters =
            new ListFilters("/abonnements", List.of("demarche", "statut", "abonne"), List.of("operateur"));
    private final ListTable<SubscriptionLine> table =
            new ListTable<>(filters, part -> subscriptions.page(caller(), filter(part)));

    public void opened() throws IOException {
        var format = ListExport.asked();
        if (format != null) {
            subscriptions.beginExport(caller(), format.extension());
            export().send(format, table);
        }
    }

    public ListTable<SubscriptionLine> getTable() {
        return table;
    }

    private SubscriptionFilter filter(ListPart part) {
        var subscriber = filters.text("abonne");
        var status = filters.text("statut");
        var key = QueryParameter.organization(subscriber);
        return new SubscriptionFilter(
                QueryParameter.organization(filters.text("operateur")),
                key,
                filters.text("demarche"),
                TO_ACTIVATE.equals(status)
                        ? SubscriptionStatus.INACTIVE
                        : filters.one(SubscriptionStatus.class, "statut"),
                TO_VALIDATE.equals(status) ? Boolean.TRUE : TO_ACTIVATE.equals(status) ? Boolean.FALSE : null,
                key == null ? subscriber : null,
                Objects.requireNonNullElse(
                        QueryParameter.one(SubscriptionSort.class, part.sort()), SubscriptionSort.PROCESS),
                part.descending(),
                part.offset(),
                part.size());
    }

    public boolean isWithAddresses() {
        return MenuEntry.isForAddresses(caller());
    }

    public boolean isForMany() {
        var caller = caller();
        return caller.is(RoleNames.ADMIN) || caller.is(RoleNames.BUSINESS) || caller.is(RoleNames.EDITOR);
    }

    public List<NamedProcess> getProcesses() {
        if (processes == null) {
            processes = subscriptions.processes(caller());
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

    private ListExport<SubscriptionLine> export() {
        return new ListExport<>(
                "abonnements",
                "Abonnements",
                List.of(
                        "Démarche",
                        "Code de la démarche",
                        "Organisation",
                        "Clé de l’organisation",
                        "Statut",
                        "À valider par l’opérateur",
                        "Opérateur",
                        "Accès",
                        "Éditeur",
                        "Validé le",
                        "Activé le",
                        "Suspendu le",
                        "N° DataPass",
                        "Dernier appel du logiciel"),
                lines -> {
                    var known = software.lastCalls(
                            caller(), lines.stream().map(SubscriptionLine::id).toList());
                    return line -> cells(line, known.get(line.id()));
                });
    }

    private static Object[] cells(SubscriptionLine line, Instant lastCall) {
        return new Object[] {
            line.processName(),
            line.processCode(),
            line.subscriberName(),
            line.subscriber(),
            line.status().label(),
            line.awaitsValidation() ? "Oui" : "Non",
            line.operatorName(),
            line.accessMode() == null ? "À choisir" : line.accessMode().label(),
            line.editorName(),
            ExportFormat.moment(line.validatedAt()),
            ExportFormat.moment(line.activatedAt()),
            ExportFormat.moment(line.endedAt()),
            line.datapassId(),
            ExportFormat.moment(lastCall)
        };
    }
}
