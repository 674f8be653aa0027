package fr.hubee.portal.directory;

import fr.hubee.clients.client.ApiCall;
import fr.hubee.clients.client.ApiCallService;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The last calls of one client, and why some were refused, for the people of its software. */
@Named
@RequestScoped
public class CallsPage extends PersonPage {
    private static final ListExport<ApiCall> EXPORT = ListExport.of(
            "appels",
            "Appels",
            List.of(
                    "Fini",
                    "Opération",
                    "Statut",
                    "Motif",
                    "Réponse",
                    "Identifiant",
                    "Millisecondes",
                    "Octets reçus",
                    "Octets envoyés",
                    "Éditeur",
                    "Application",
                    "Version"),
            call -> new Object[] {
                ExportFormat.moment(call.endedAt()),
                call.operation(),
                call.status(),
                call.reason(),
                call.message(),
                call.requestId(),
                call.took(),
                call.received(),
                call.sent(),
                call.software().editorName(),
                call.software().applicationName(),
                call.software().softwareVersion()
            });

    @Inject
    ApiCallService calls;

    @Inject
    @Param(name = "identifiant")
    String id;

    private final ListFilters filters =
            new ListFilters("/appels", List.of("identifiant", "refus", "demande"), List.of());
    private final ListTable<ApiCall> table = new ListTable<>(
            filters,
            part -> calls.page(
                    caller(),
                    String.valueOf(id),
                    filters.text("refus") == null ? null : true,
                    filters.text("demande"),
                    part.offset(),
                    part.size()));

    public void opened() throws IOException {
        var format = ListExport.asked();
        if (format != null) {
            EXPORT.send(format, table);
        }
    }

    public ListTable<ApiCall> getTable() {
        return table;
    }

    public String getId() {
        return id;
    }
}
