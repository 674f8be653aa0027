package fr.hubee.portal.exchange;

import fr.hubee.desk.casework.CaseReadingService;
import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.http.ContentDisposition;
import fr.hubee.people.account.AccountService;
import fr.hubee.portal.desk.casefile.FileRequestServlet;
import fr.hubee.portal.desk.casefile.PreviewKind;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.page.ActingLink;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.portal.page.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Prints a télédossier ({@code td}) as the user sees it, without internal comments; recorded. Of a long history it prints the newest
 * events, or as many as allowed ({@code historique=tout}).
 */
@ActingLink
@WebServlet("/fichiers/impression")
public class CasePrintServlet extends FileRequestServlet {
    private static final long serialVersionUID = 1L;

    /** Most events on paper: they take more than a second of a processor, and some forty pages. */
    private static final HistoryPart WHOLE = new HistoryPart(0, 1_000);

    private static final int SECONDS = 10;

    /** Places for printing: half of the processors, so that others are free for other requests. */
    private static final Semaphore PLACES =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** Most requests that wait for a place, each with a thread; more are refused at once. */
    private static final int MOST_WAITING = 8;

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
        if (!isPlaceFree()) {
            response.setHeader("Retry-After", String.valueOf(SECONDS));
            new Refusal(Refusal.BUSY, "Beaucoup de télédossiers s’impriment en ce moment : réessayez dans un instant.")
                    .answer(request, response);
            return;
        }
        byte[] pdf;
        CaseView view;
        try {
            view = read(request);
            pdf = pdf(view);
        } finally {
            PLACES.release();
        }
        response.setContentType("application/pdf");
        response.setHeader(
                "Content-Disposition", ContentDisposition.inline("teledossier-" + view.externalId() + ".pdf"));
        response.setHeader("Content-Security-Policy", PreviewKind.PDF.securityPolicy());
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    private static boolean isPlaceFree() {
        try {
            return PLACES.getQueueLength() < MOST_WAITING && PLACES.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CaseView read(HttpServletRequest request) {
        boolean whole = "tout".equals(request.getParameter("historique"));
        return cases.print(
                currentCaller.get(), QueryParameter.id(request.getParameter("td")), whole ? WHOLE : HistoryPart.NEWEST);
    }

    private byte[] pdf(CaseView view) throws IOException {
        var caller = currentCaller.get();
        var account = accounts.readProfile(caller);
        var who = account.identity().firstName() + " " + account.identity().lastName() + ", "
                + account.organizationName();
        return CaseSheetPdf.of(new CaseSheetWords(view, dates).sheet(who, clock.instant()));
    }
}
