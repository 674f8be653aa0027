package fr.hubee.api.exchange;

import fr.hubee.exchange.receipt.DeletionCertificateService;
import fr.hubee.exchange.receipt.SignedDeletion;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The deletions of an operator's démarches by the purges. */
@ApplicationScoped
@Path("/deletionCertificates")
public class DeletionCertificatesResource {
    @Inject
    DeletionCertificateService certificates;

    @Inject
    PublicAddress address;

    @Inject
    CurrentCaller currentCaller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<DeletionCertificateJson> list(@QueryParam("verificationUrl") String url) throws IOException {
        return DeletionCertificateJson.from(certificates.list(currentCaller.get()), "true".equals(url), address);
    }

    /** Returns the names of the destroyed encryption keys: the certificate has their digest. */
    @GET
    @Path("/{id}/keys")
    @Produces(MediaType.TEXT_PLAIN)
    public String keys(@PathParam("id") UUID id) throws IOException {
        return certificates.keys(currentCaller.get(), id);
    }

    /**
     * The deletions of a démarche by a purge.
     *
     * @param dateTime of the last deletion
     * @param certificate the signature; null while it is pending
     * @param verificationUrl of the page that verifies it; null while it is pending, and unless it was requested: it is signed, too
     */
    public record DeletionCertificateJson(
            UUID id,
            String processCode,
            Instant dateTime,
            ReceiptJson.Status status,
            String certificate,
            String verificationUrl) {

        static List<DeletionCertificateJson> from(List<SignedDeletion> all, boolean withUrl, PublicAddress address) {
            return all.stream().map(each -> from(each, withUrl, address)).toList();
        }

        private static DeletionCertificateJson from(SignedDeletion signed, boolean withUrl, PublicAddress address) {
            return new DeletionCertificateJson(
                    signed.certificate().id(),
                    signed.certificate().process(),
                    signed.certificate().to(),
                    signed.isReady() ? ReceiptJson.Status.READY : ReceiptJson.Status.PENDING,
                    signed.jws().orElse(null),
                    withUrl ? ReceiptJson.url(signed.link(), address) : null);
        }
    }
}
