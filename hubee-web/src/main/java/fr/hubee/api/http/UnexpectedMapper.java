package fr.hubee.api.http;

import fr.hubee.files.storage.DamagedBlob;
import fr.hubee.http.OutageAnswer;
import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.shared.Damaged;
import fr.hubee.kernel.shared.FailureText;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;

/** Internal errors, logged on one line, and outages. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

    @Inject
    OutageLog outages;

    @Override
    public Response toResponse(Throwable fault) {
        var outage = outages.metByRequest(fault);
        if (outage.isPresent()) {
            return away(outage.get());
        }
        if (fault instanceof DamagedBlob) { // before its first byte was sent; it is told already
            return ErrorJson.of(500, RefusalReason.FILE_DAMAGED, new Damaged().getMessage());
        }
        LOG.log(Level.ERROR, "Unexpected: {0}", FailureText.of(fault));
        return ErrorJson.of(500, RefusalReason.FAILURE, "Internal Server Error");
    }

    private static Response away(Outage outage) {
        var answer = ErrorJson.of(outage.status(), RefusalReason.AWAY, OutageAnswer.text(outage));
        answer.getHeaders().putSingle("Retry-After", outage.retryAfter().toSeconds());
        return answer;
    }
}
