package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.caselist.ListSettings.CaseColumn;
import fr.hubee.desk.caselist.ListSettingsService;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.page.ActingLink;
import fr.hubee.portal.page.Pages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Exports the list with the address's filter, the same order and columns, read page by page while it is sent. */
@ActingLink
@WebServlet(urlPatterns = {"/teledossiers.csv", "/teledossiers.xlsx"})
public class ExportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LINES_AT_A_TIME = 1000;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient CaseListService cases;

    @Inject
    transient ListSettingsService settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!currentCaller.isKnown()) {
            var wanted = request.getServletPath() + "?" + request.getQueryString();
            response.sendRedirect(Pages.SIGN_IN + "?vers=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
            return;
        }
        var filter = ListAddress.read(request.getParameterMap(), CaseTab.ALL).filter();
        var format = request.getServletPath().endsWith(".csv") ? ExportFormat.CSV : ExportFormat.XLSX;
        cases.beginExport(currentCaller.get(), filter, format.extension());
        response.setContentType(format.contentType());
        response.setHeader("Content-Disposition", "attachment; filename=\"teledossiers." + format.extension() + "\"");
        var columns = Column.without(settings.read(currentCaller.get()).hidden());
        try (var table = format.open(
                response.getOutputStream(),
                "Télédossiers",
                columns.stream().map(Column::name).toArray(String[]::new))) {
            write(filter.at(null).by(LINES_AT_A_TIME), columns, table);
        }
    }

    private void write(CaseFilter filter, List<Column> columns, ExportFormat.Table table) throws IOException {
        var next = filter;
        for (int written = 0; written < CaseListService.LONGEST_EXPORT; written += LINES_AT_A_TIME) {
            var page = cases.page(currentCaller.get(), next);
            for (var line : page.lines()) {
                table.line(Column.cells(columns, line));
            }
            if (page.next() == null) {
                return;
            }
            next = filter.at(page.next());
        }
        table.line("Cet export s’arrête après " + CaseListService.LONGEST_EXPORT
                + " télédossiers : précisez les filtres pour les autres.");
    }

    /** @param of the column of the list; null when it cannot be hidden */
    record Column(String name, CaseColumn of, Function<CaseLine, Object> cell) {
        private static final List<Column> ALL = List.of(
                new Column("Numéro", null, CaseLine::externalId),
                new Column("Statut", null, line -> line.status().label()),
                new Column("Démarche", CaseColumn.PROCESS, CaseLine::processName),
                new Column("Code de la démarche", CaseColumn.PROCESS, CaseLine::processCode),
                new Column("Administration destinataire", CaseColumn.RECIPIENT, CaseLine::recipientName),
                new Column("Nom", CaseColumn.PERSON, CaseLine::lastName),
                new Column("Prénom", CaseColumn.PERSON, CaseLine::firstName),
                new Column("Transmis le", CaseColumn.TRANSMITTED, line -> ExportFormat.moment(line.transmittedAt())),
                new Column("Mis à jour le", CaseColumn.UPDATED, line -> ExportFormat.moment(line.updatedAt())),
                new Column("Mis à jour par", CaseColumn.UPDATED, CaseLine::updatedBy),
                new Column("Traité dans un logiciel", null, line -> line.isHandledInSoftware() ? "Oui" : "Non"));

        static List<Column> without(Set<CaseColumn> hidden) {
            return ALL.stream()
                    .filter(column -> column.of() == null || !hidden.contains(column.of()))
                    .toList();
        }

        static Object[] cells(List<Column> columns, CaseLine line) {
            return columns.stream().map(column -> column.cell().apply(line)).toArray();
        }
    }
}
