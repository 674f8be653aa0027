package fr.hubee.api.http;

import fr.hubee.api.error.RefusedBody;
import fr.hubee.http.body.TooSlow;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that does not come to its end is its sender's fault: too slow, or cut short. */
@Provider
public class IncomingBody implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (!HttpMethod.GET.equals(request.getMethod())) {
            request.setEntityStream(new FromSender(request.getEntityStream()));
        }
    }

    static final class FromSender extends FilterInputStream {

        FromSender(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (TooSlow trickle) {
                throw refused(408, trickle.getMessage(), trickle);
            } catch (IOException cutShort) {
                throw refused(400, "Request body is incomplete", cutShort);
            }
        }

        private static RefusedBody refused(int status, String message, IOException cause) {
            var refused = new RefusedBody(status, message);
            refused.initCause(cause);
            return refused;
        }
    }
}
