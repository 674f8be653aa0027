package fr.hubee.api.exchange;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.hubee.api.http.AnswerRoom;
import fr.hubee.api.http.ApiJson;
import fr.hubee.api.http.ErrorJson;
import fr.hubee.api.http.RefusalReason;
import fr.hubee.exchange.receipt.ReceiptPages;
import fr.hubee.http.CutAnswer;
import fr.hubee.kernel.settings.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/** Answers with receipts: they are read page by page, and signed while they are sent. An answer of several pages needs a place. */
@ApplicationScoped
class ReceiptAnswers {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int RETRY_AFTER = 5;

    private static final ObjectWriter JSON =
            ApiJson.mapper().writerFor(ReceiptJson.class).without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    @Inject
    PublicAddress address;

    @Inject
    AnswerRoom room;

    Response of(ReceiptPages pages, boolean withUrl) {
        if (pages.hasMore() && !room.takePlace()) {
            var refusal = ErrorJson.of(TOO_MANY_REQUESTS, RefusalReason.NO_ROOM, "Too many requests");
            refusal.getHeaders().putSingle("Retry-After", RETRY_AFTER);
            return refusal;
        }
        StreamingOutput body = target -> {
            try {
                write(pages, withUrl, target);
            } catch (RuntimeException failure) {
                CutAnswer.because(failure);
                throw failure;
            }
        };
        return Response.ok(body).build();
    }

    /** Writes the receipts; after a failure the target is not closed, so that an incomplete answer does not look complete. */
    @SuppressWarnings("PMD.CloseResource")
    private void write(ReceiptPages pages, boolean withUrl, OutputStream target) throws IOException {
        var json = JSON.writeValuesAsArray(target);
        for (boolean more = true; more; ) {
            for (var each : pages.page()) {
                json.write(ReceiptJson.from(each, withUrl, address));
            }
            more = pages.hasMore();
            if (more) {
                pages.nextPage();
            }
        }
        json.close();
    }
}
