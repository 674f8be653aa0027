package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.caselist.HiddenColumnService;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.field.ExportTable;
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
    transient HiddenColumnService hidden;

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
        var columns = CaseColumns.without(hidden.hidden(currentCaller.get()));
        try (var table = format.open(response.getOutputStream(), "Télédossiers", columns.names())) {
            write(filter.at(null).by(LINES_AT_A_TIME), columns, table);
        }
    }

    private void write(CaseFilter filter, CaseColumns columns, ExportTable table) throws IOException {
        var next = filter;
        for (int written = 0; written < CaseListService.LONGEST_EXPORT; written += LINES_AT_A_TIME) {
            var page = cases.page(currentCaller.get(), next);
            for (var line : page.lines()) {
                table.line(columns.of(line));
            }
            if (page.next() == null) {
                return;
            }
            next = filter.at(page.next());
        }
        table.line("Cet export s’arrête après " + CaseListService.LONGEST_EXPORT
                + " télédossiers : précisez les filtres pour les autres.");
    }
}
