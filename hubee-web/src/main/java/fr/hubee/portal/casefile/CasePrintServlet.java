package fr.hubee.portal.casefile;

import fr.hubee.account.AccountService;
import fr.hubee.casework.CaseReadingService;
import fr.hubee.http.ContentDisposition;
import fr.hubee.portal.address.ActingLink;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.casesheet.CaseSheetPdf;
import fr.hubee.portal.casesheet.CaseSheetWords;
import fr.hubee.portal.format.FrenchDates;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** A télédossier ({@code td}) on paper: what the person sees of it, without internal comments; recorded. */
@ActingLink
@WebServlet("/fichiers/impression")
public class CasePrintServlet extends FileRequestServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CaseReadingService cases;

    @Inject
    transient AccountService accounts;

    @Inject
    transient FrenchDates dates;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var caller = currentCaller.get();
        var view = cases.print(caller, QueryParameter.id(request.getParameter("td")));
        var account = accounts.readProfile(caller);
        var who = account.identity().firstName() + " " + account.identity().lastName() + ", "
                + account.organizationName();
        var pdf = CaseSheetPdf.of(new CaseSheetWords(view, dates).sheet(who, clock.instant()));
        response.setContentType("application/pdf");
        response.setHeader(
                "Content-Disposition", ContentDisposition.inline("teledossier-" + view.externalId() + ".pdf"));
        response.setHeader("Content-Security-Policy", PreviewKind.PDF.securityPolicy());
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }
}
