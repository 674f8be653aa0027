package fr.hubee.api.http;

import fr.hubee.kernel.shared.NotAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The scope of the token does not allow the operation. */
@Provider
public class EjbAccessMapper implements ExceptionMapper<EJBAccessException> {

    @Override
    public Response toResponse(EJBAccessException refusal) {
        return ErrorJson.of(403, RefusalReason.RIGHT_MISSING, new NotAllowed().getMessage());
    }
}
