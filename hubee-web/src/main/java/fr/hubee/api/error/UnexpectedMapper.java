package fr.hubee.api.error;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Our own faults. The journal tells which kind and where, on one line: an exception's message may quote what was sent.
 */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

    @Override
    public Response toResponse(Throwable fault) {
        LOG.log(Level.ERROR, "Unexpected: {0}", describe(fault));
        return ErrorJson.of(500, "Internal Server Error");
    }

    private static String describe(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(8)
                .map(cause -> cause.getClass().getName() + place(cause))
                .collect(Collectors.joining(" <- "));
    }

    private static String place(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("fr.hubee."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }
}
