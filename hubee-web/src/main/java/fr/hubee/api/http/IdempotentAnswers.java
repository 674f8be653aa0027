package fr.hubee.api.http;

import fr.hubee.kernel.database.IdempotentService;
import fr.hubee.kernel.shared.ColumnText;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Answers a creation; one with an {@code Idempotency-Key} is done once, however often it is sent. */
@ApplicationScoped
public class IdempotentAnswers {
    private static final int MOST = 255;

    @Inject
    IdempotentService idempotent;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    HttpServletRequest request;

    /**
     * @param wanted the body, as parsed
     * @param work creates, and returns the body of the answer
     */
    public Response created(Object wanted, Supplier<?> work) {
        var key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return answer(work.get());
        }
        if (key.isBlank() || key.length() > MOST) {
            throw new InvalidRequest("Idempotency-Key has 1 to " + MOST + " characters");
        }
        return answer(idempotent.answerOnce(
                currentCaller.get(), ColumnText.fit(key, MOST), fingerprint(wanted), () -> ApiJson.write(work.get())));
    }

    private static Response answer(Object body) {
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    private String fingerprint(Object wanted) {
        return Sha256.hex(request.getRequestURI() + ApiJson.write(wanted));
    }
}
