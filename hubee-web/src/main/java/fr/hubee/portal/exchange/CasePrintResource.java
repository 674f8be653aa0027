package fr.hubee.portal.exchange;

import fr.hubee.desk.casework.CaseReadingService;
import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.http.ContentDisposition;
import fr.hubee.people.account.AccountService;
import fr.hubee.portal.desk.casefile.PreviewKind;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.ActingLink;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.portal.page.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Prints a télédossier ({@code td}) as the user sees it, without internal comments; recorded. Of a long history it prints the newest
 * events, or as many as allowed ({@code historique=tout}).
 */
@Path("/")
@RequestScoped
public class CasePrintResource extends PersonPage {
    /** Most events on paper: they take more than a second of a processor, and some forty pages. */
    private static final HistoryPart WHOLE = new HistoryPart(0, 1_000);

    private static final int SECONDS = 10;

    /** Places for printing: half of the processors, so that others are free for other requests. */
    private static final Semaphore PLACES =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** Most requests that wait for a place, each with a thread; more are refused at once. */
    private static final int MOST_WAITING = 8;

    @Inject
    CaseReadingService cases;

    @Inject
    AccountService accounts;

    @Inject
    FrenchDates dates;

    @Inject
    Clock clock;

    @Context
    HttpServletResponse response;

    @GET
    @Path("/impression")
    @ActingLink
    public Response print(@QueryParam("td") String id, @QueryParam("historique") String history) throws IOException {
        if (!isPlaceFree()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(SECONDS));
            new Refusal(Refusal.BUSY, "Beaucoup de télédossiers s’impriment en ce moment : réessayez dans un instant.")
                    .answer(request(), response);
            return Response.status(Refusal.BUSY).build();
        }
        byte[] pdf;
        CaseView view;
        try {
            var part = "tout".equals(history) ? WHOLE : HistoryPart.NEWEST;
            view = cases.print(caller(), QueryParameter.id(id), part);
            pdf = pdf(view);
        } finally {
            PLACES.release();
        }
        var name = "teledossier-" + view.externalId() + ".pdf";
        return Response.ok(pdf, "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline(name))
                .header("Content-Security-Policy", PreviewKind.PDF.securityPolicy())
                .header(HttpHeaders.CONTENT_LENGTH, pdf.length)
                .build();
    }

    private static boolean isPlaceFree() {
        try {
            return PLACES.getQueueLength() < MOST_WAITING && PLACES.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] pdf(CaseView view) throws IOException {
        var caller = caller();
        var account = accounts.readProfile(caller);
        var who = account.identity().firstName() + " " + account.identity().lastName() + ", "
                + account.organizationName();
        return CaseSheetPdf.of(new CaseSheetWords(view, dates).sheet(who, clock.instant()));
    }
}
